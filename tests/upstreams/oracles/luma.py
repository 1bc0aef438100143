"""Luma's own SDK: generations from creation to bytes, chains, files, errors; prints JSON."""

import json
import sys
import time
import urllib.request

import luma_agents

VIDEO = {"model": "ray-3.2", "type": "video", "aspect_ratio": "16:9"}
SMALL = {"resolution": "360p", "duration": "5s"}


def ended(client, generation):
    seen = [generation.state]
    while seen[-1] not in {"completed", "failed"}:
        time.sleep(0.1)
        generation = client.generations.get(generation.id)
        seen.append(generation.state)
    return generation, seen


def done(client, generation):
    generation, seen = ended(client, generation)
    assert generation.state == "completed", generation
    [output] = generation.output
    with urllib.request.urlopen(output.url) as answer:
        return {"seen": seen, "type": output.type, "bytes": len(answer.read())}


def failed(client, prompt):
    generation, _ = ended(client, client.generations.create(prompt=prompt, video=SMALL, **VIDEO))
    return [generation.state, generation.failure_code, bool(generation.failure_reason)]


def raised(call, *arguments, **options):
    try:
        call(*arguments, **options)
    except luma_agents.APIStatusError as error:
        return [type(error).__name__, error.status_code, error.body]
    return None


def uploaded(client):
    """Upload a picture by its presigned URL, as the SDK describes it."""
    picture = b"\x89PNG\r\n\x1a\n"
    made = client.files.create(mime_type="image/png", size_bytes=len(picture), filename="a.png")
    request = urllib.request.Request(made.upload.url, picture, made.upload.headers, method="PUT")
    urllib.request.urlopen(request).close()
    client.files.complete(made.id)
    return client.files.get(made.id)


def main(url):
    client, poor, wrong = (
        luma_agents.Luma(auth_token=key, base_url=url, max_retries=0)
        for key in ("key", "poor", "wrong")
    )
    create = client.generations.create
    first = create(prompt="Waves", video=SMALL, **VIDEO)
    made = {"text": done(client, first)}
    file = uploaded(client)
    frames = {"start_frame": {"file_id": file.id}, "end_frame": {"url": "https://a.example/b.png"}}
    made["frames"] = done(client, create(prompt="x", video=SMALL | frames, **VIDEO))
    further = {"start_frame": {"generation_id": first.id}}
    made["extension"] = done(client, create(prompt="x", video=SMALL | further, **VIDEO))
    source = {"source": {"generation_id": first.id}}
    edit = VIDEO | {"type": "video_edit", "video": {"edit": {"strength": "flex_2"}}}
    made["edit"] = done(client, create(prompt="x", **edit, **source))
    listed = [one.id for one in client.files.list().data]
    client.files.delete(file.id)
    loop = SMALL | {"duration": "10s", "loop": True}
    found = {
        "made": made,
        "file": [file.state, file.size_bytes, listed == [file.id], client.files.get(file.id).state],
        "failed": failed(client, "FAIL"),
        "moderated": failed(client, "x [fault:moderated]"),
        "unknown": raised(client.generations.get, "00000000-0000-4000-8000-000000000000"),
        "loop": raised(create, prompt="x", video=loop, **VIDEO),
        "money": raised(poor.generations.create, prompt="x", **VIDEO),
        "busy": raised(create, prompt="x [fault:429=7]", **VIDEO),
        "key": raised(wrong.generations.get, first.id),
    }
    print(json.dumps(found))


main(*sys.argv[1:])
