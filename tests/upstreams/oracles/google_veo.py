"""Google's own SDK runs Veo; prints JSON. `gemini` needs its version 2, `vertex` takes 3 too."""

import json
import os
import re
import sys
import time

from google import genai
from google.genai import types
from google.genai.errors import APIError
from google.oauth2.credentials import Credentials

for name in ("GOOGLE_API_KEY", "GEMINI_API_KEY"):
    os.environ.pop(name, None)
URL, KIND = sys.argv[1:]
PICTURE = types.Image(image_bytes=b"\x89PNG0000", mime_type="image/png")
VERTEX = KIND == "vertex"
MODEL = "veo-3.1-generate-001" if VERTEX else "veo-3.1-generate-preview"
MORE = {"seed": 7, "generate_audio": True, "last_frame": PICTURE} if VERTEX else {}


def client(key="k"):
    options = {"base_url": URL}
    if not VERTEX:
        return genai.Client(api_key=key, http_options=options)
    credentials = Credentials(token=key)  # good for ever: no token is asked for
    place = {"project": "p", "location": "us-central1"}
    return genai.Client(vertexai=True, credentials=credentials, http_options=options, **place)


def create(prompt, client, model=MODEL, **changes):
    config = {
        "number_of_videos": 1,
        "duration_seconds": 8,
        "aspect_ratio": "16:9",
        "resolution": "720p",
        "negative_prompt": "text",
        "person_generation": "allow_adult",
    }
    return client.models.generate_videos(
        model=model,
        source=types.GenerateVideosSource(prompt=prompt, image=PICTURE),
        config=types.GenerateVideosConfig(**config | MORE | changes),
    )


def done(prompt, client, **changes):
    operation = create(prompt, client, **changes)
    while not operation.done:
        time.sleep(0.05)
        operation = client.operations.get(operation)
    return operation


def refused(call, *arguments, **options):
    try:
        call(*arguments, **options)
    except APIError as error:
        return [type(error).__name__, error.code, error.status]
    raise SystemExit("it was not refused")


api = client()
operation = create("a paper boat", api)
assert not operation.done
name = operation.name
operation = done("a paper boat", api)
video = operation.response.generated_videos[0].video
if VERTEX:
    data = video.video_bytes
    stored = done("x", api, output_gcs_uri="gs://bucket/out", number_of_videos=2)
    places = [each.video.uri for each in stored.response.generated_videos]
else:
    # The SDK takes the name out of https URIs only.
    data = api.files.download(file="files/" + re.search(r"files/([a-z0-9]+)", video.uri)[1])
    places = [re.sub(r".*/files/\w+", "FILE", video.uri)]
assert data[4:8] == b"ftyp"
filtered = done("[fault:moderated]", api).response
operation.name = operation.name[:-3] + "zzz"

print(
    json.dumps(
        {
            "name": re.sub(r"operations/[\w-]+", "operations/ID", name),
            "places": [re.sub(r"[0-9a-f-]{36}", "ID", place) for place in places],
            "failed": done("FAIL", api).error["code"],
            "late": done("[fault:lapsed]", api).error["code"],
            "filtered": [filtered.rai_media_filtered_count, filtered.generated_videos],
            "unknown": refused(api.operations.get, operation),
            "model": refused(create, "x", api, model="veo-2.0"),
            "wrong key": refused(create, "x", client("wrong")),
            "no money": refused(create, "x", client("poor")),
            "refused": refused(create, "[fault:refuse]", api),
            "busy": refused(create, "[fault:429=3]", api),
            "broken": refused(create, "[fault:500-after]", api),
            "seconds": refused(create, "x", api, duration_seconds=5),
        }
    )
)
