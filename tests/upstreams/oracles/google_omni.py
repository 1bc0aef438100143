"""Google's own SDK makes interactions, by the Gemini API and by Vertex; prints JSON."""

import json
import os
import re
import sys
import time
import urllib.request

from google import genai
from google.oauth2.credentials import Credentials

for name in ("GOOGLE_API_KEY", "GEMINI_API_KEY"):
    os.environ.pop(name, None)
[URL] = sys.argv[1:]
MODEL = "gemini-omni-1.2-flash"
VIDEO = {"type": "video", "aspect_ratio": "16:9", "resolution": "720p", "duration": "5s"}
IMAGE = {"type": "image", "mime_type": "image/png", "data": "iVBORw0K"}
OPTIONS = {"base_url": URL}


def client(key="k"):
    return genai.Client(api_key=key, http_options=OPTIONS)


def create(prompt, client, **changes):
    wanted = VIDEO | {"delivery": "uri"} | changes
    return client.interactions.create(
        model=MODEL,
        background=True,
        store=True,
        input=[IMAGE, {"type": "text", "text": prompt}],
        response_format=wanted,
        generation_config={"video_config": {"task": "image_to_video"}},
    )


def ended(client, interaction):
    seen = []
    while interaction.status in {"queued", "in_progress"}:
        seen.append(interaction.status)
        time.sleep(0.05)
        interaction = client.interactions.get(interaction.id)
    return interaction, seen


def done(prompt, client, **changes):
    return ended(client, create(prompt, client, **changes))[0]


def refused(call, *arguments, **options):
    try:
        call(*arguments, **options)
    except Exception as error:  # noqa: BLE001 - the SDK's own classes are private
        return [type(error).__name__, error.status_code, error.body["error"]["code"]]
    raise SystemExit("it was not refused")


api = client()
found, seen = ended(api, create("the tulip opens", api))
assert found.status == "completed", found
assert seen[0] == "queued", seen
uri = found.output_video.uri
request = urllib.request.Request(uri, headers={"x-goog-api-key": "k"})
with urllib.request.urlopen(request) as answer:
    data = answer.read()
file = "files/" + re.search(r"files/([a-z0-9]+)", uri)[1]
# The SDK takes the name out of https URIs only.
assert api.files.download(file=file) == data
assert api.files.get(name=file).state.name == "ACTIVE"
assert data[4:8] == b"ftyp"

inline = done("x", api, delivery="inline").output_video
assert inline.uri is None
assert inline.data
surprise = done("[fault:inline]", api).output_video
assert surprise.data

stopped = api.interactions.cancel(create("[fault:endless]", api).id)
api.interactions.delete(stopped.id)
words = done("[fault:moderated=text]", api)
assert words.output_video is None
failed = [done(prompt, api) for prompt in ("FAIL", "[fault:moderated]")]

vertex = genai.Client(
    vertexai=True,
    project="p",
    location="global",
    credentials=Credentials(token="ya29.test"),  # good for ever: no token is asked for
    http_options=OPTIONS,
)
stored = done("a kite", vertex, gcs_uri="gs://bucket/out/").output_video
before = api.interactions.create(model=MODEL, input="first").id  # waits for its video
after = api.interactions.create(model=MODEL, input="more", previous_interaction_id=before)

print(
    json.dumps(
        {
            "tokens": found.usage.total_output_tokens,
            "failed": [[each.status, each.errors[0].code] for each in failed],
            "words": words.status,
            "cancelled": stopped.status,
            "deleted": refused(api.interactions.get, stopped.id),
            "stored": re.sub(r"v1_\w+", "ID", stored.uri),
            "after": after.status,
            "wrong key": refused(create, "x", client("wrong")),
            "no money": refused(create, "x", client("poor")),
            "refused": refused(create, "[fault:refuse]", api),
            "too long": refused(create, "x", api, duration="16s"),
            "no bucket": refused(create, "x", vertex),
            "retried": [create(f"[fault:{fault}]", api).status for fault in ("429=0", "500-after")],
        }
    )
)
