"""OpenAI's own SDK on a fake of its videos API; prints JSON."""

import json
import struct
import sys
import warnings
import zlib

import openai

warnings.simplefilter("ignore", DeprecationWarning)  # the vendor has marked all of `videos`
URL, MODEL = sys.argv[1:]
QUICK = {"poll_interval_ms": 50}


def client(key="sk-test"):
    return openai.OpenAI(base_url=URL, api_key=key, max_retries=0, timeout=20)


def png(width, height):
    def chunk(kind, data):
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes(width)) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def refused(call, *arguments, **options):
    """Return the class of the error that the SDK raises, with its status, code and parameter."""
    try:
        call(*arguments, **options)
    except openai.APIStatusError as error:
        return [type(error).__name__, error.status_code, error.code, error.param]
    raise SystemExit("it was not refused")


videos = client().videos
first = ("first.png", png(1280, 720), "image/png")
job = videos.create(
    prompt="a fox on ice", model=MODEL, seconds="4", size="1280x720", input_reference=first
)
assert (job.object, job.progress, job.seconds, job.size) == ("video", 0, "4", "1280x720"), job
assert job.status == "queued", job
early = refused(videos.download_content, job.id)
job = videos.poll(job.id, **QUICK)
assert (job.status, job.progress, job.error) == ("completed", 100, None), job
assert job.created_at <= job.completed_at < job.expires_at, job
data = videos.download_content(job.id, variant="video").read()
assert data[4:8] == b"ftyp", data[:16]
assert videos.download_content(job.id, variant="thumbnail").read()[8:12] == b"WEBP"
assert videos.download_content(job.id, variant="spritesheet").read()[:2] == b"\xff\xd8"

remix = videos.remix(job.id, prompt="the same at night")
assert remix.remixed_from_video_id == job.id, remix
remix = videos.poll(remix.id, **QUICK)
longer = videos.extend(
    prompt="it slides on", seconds="8", video=("a.mp4", data, "video/mp4"), timeout=20
)
assert longer.seconds == "12", longer
edited = videos.edit(prompt="in snow", video=("a.mp4", data, "video/mp4"))
character = videos.create_character(name="Fox", video=("a.mp4", data, "video/mp4"))
assert videos.get_character(character.id).name == "Fox"

everything = [each.id for each in videos.list(limit=2, order="asc")]  # the SDK turns the pages
assert everything == [job.id, remix.id, longer.id, edited.id], everything
deleted = videos.delete(job.id)
assert (deleted.deleted, deleted.object) == (True, "video.deleted"), deleted

failed = [
    videos.create_and_poll(prompt=prompt, model=MODEL, **QUICK)
    for prompt in ("FAIL", "[fault:moderated]")
]
assert {each.status for each in failed} == {"failed"}
print(
    json.dumps(
        {
            "bytes": len(data),
            "failed": [each.error.code for each in failed],
            "early": early,
            "deleted": refused(videos.retrieve, job.id),
            "wrong key": refused(client("wrong").videos.create, prompt="x", model=MODEL),
            "no money": refused(client("poor").videos.create, prompt="x", model=MODEL),
            "refused": refused(videos.create, prompt="[fault:refuse]", model=MODEL),
            "busy": refused(videos.create, prompt="[fault:429=1]", model=MODEL),
            "broken": refused(videos.create, prompt="[fault:500-before]", model=MODEL),
            "seconds": refused(videos.create, prompt="x", model=MODEL, seconds="0"),
            "JSON": videos.create(
                prompt="x",
                model=MODEL,
                seconds="8",
                extra_headers={"Content-Type": "application/json"},
            ).seconds,
        }
    )
)
