"""xAI's own SDK, by way of a gRPC server that asks the REST API; prints JSON.

The SDK speaks gRPC only. The server is made of the SDK's own server classes, and its answers are
the REST API's, read strictly: their names, types and statuses have to be those of gRPC.
"""

import datetime as dt
import json
import sys
from concurrent.futures import ThreadPoolExecutor

import grpc
import requests
import xai_sdk
from google.protobuf.json_format import MessageToDict, ParseDict
from xai_sdk.proto import deferred_pb2, video_pb2, video_pb2_grpc
from xai_sdk.video import VideoGenerationError

CODES = {
    400: grpc.StatusCode.INVALID_ARGUMENT,
    401: grpc.StatusCode.UNAUTHENTICATED,
    403: grpc.StatusCode.PERMISSION_DENIED,
    404: grpc.StatusCode.NOT_FOUND,
    429: grpc.StatusCode.RESOURCE_EXHAUSTED,
}
REQUEST = {
    "model": "grok-imagine-video-1.5",
    "duration": 2,
    "aspect_ratio": "16:9",
    "resolution": "480p",
}


def rest_media(media):
    """Return an image or a video as REST has it, which knows no `detail`."""
    names = {"image_url": "url", "url": "url", "file_id": "file_id"}
    return {names[name]: value for name, value in media.items() if name != "detail"}


def rest_body(message):
    """Return a request as REST has it: media, enumerations and 64-bit numbers differ."""
    body = MessageToDict(message, preserving_proto_field_name=True)
    for name in ("image", "last_frame", "video"):
        if name in body:
            body[name] = rest_media(body[name])
    if "reference_images" in body:
        body["reference_images"] = [rest_media(image) for image in body["reference_images"]]
    for keyframe in body.get("keyframes", ()):
        keyframe["image"] = rest_media(keyframe["image"])
    if "aspect_ratio" in body:
        body["aspect_ratio"] = ":".join(body["aspect_ratio"].split("_")[-2:])
    if "resolution" in body:
        body["resolution"] = body["resolution"].split("_")[-1].lower()
    if "public_url" in body.get("storage_options", {}):
        body["storage_options"]["public_url"] = body["storage_options"]["public_url"] or True
    return body


def grpc_answer(body):
    """Return what a poll answers, as gRPC has it: the status is outside, times are texts."""
    status = body.pop("status").upper()
    stored = body.get("video", {}).get("file_output", {})
    for name in {"expires_at", "public_url_expires_at"} & stored.keys():
        stored[name] = dt.datetime.fromtimestamp(stored[name], dt.UTC).isoformat()
    answer = {"status": status, **({"response": body} if body else {})}
    return ParseDict(answer, video_pb2.GetDeferredVideoResponse())


class Bridge(video_pb2_grpc.VideoServicer):
    """The SDK's server: every call is a REST call with the same key."""

    def __init__(self, url):
        self.url = f"{url}/videos"

    def ask(self, context, method, path, body=None):
        key = dict(context.invocation_metadata())["authorization"]
        headers = {"Authorization": key}
        answer = requests.request(method, self.url + path, json=body, headers=headers, timeout=30)
        if answer.status_code >= 400:
            try:
                detail = answer.json()["error"]
            except ValueError:
                detail = answer.text
            context.abort(CODES.get(answer.status_code, grpc.StatusCode.INTERNAL), detail)
        return answer.json() if answer.content else {"status": "pending"}

    def GenerateVideo(self, request, context):  # noqa: N802 - the SDK's name
        path = "/edits" if request.HasField("video") else "/generations"
        found = self.ask(context, "POST", path, rest_body(request))
        return ParseDict(found, deferred_pb2.StartDeferredResponse())

    def ExtendVideo(self, request, context):  # noqa: N802 - the SDK's name
        found = self.ask(context, "POST", "/extensions", rest_body(request))
        return ParseDict(found, deferred_pb2.StartDeferredResponse())

    def GetDeferredVideo(self, request, context):  # noqa: N802 - the SDK's name
        return grpc_answer(self.ask(context, "GET", f"/{request.request_id}"))


def done(video):
    return {
        "bytes": len(requests.get(video.url, timeout=30).content),
        "duration": video.duration,
        "model": video.model,
        "cost": round(video.cost_usd, 6),
    }


def raised(call, *arguments, **options):
    try:
        call(*arguments, **options)
    except grpc.RpcError as error:
        return [error.code().name, error.details()]
    except VideoGenerationError as error:
        return [error.code, error.message]
    except RuntimeError as error:
        return [str(error)]


def main(url):
    server = grpc.server(ThreadPoolExecutor(4))
    video_pb2_grpc.add_VideoServicer_to_server(Bridge(url), server)
    host = f"127.0.0.1:{server.add_insecure_port('127.0.0.1:0')}"
    server.start()
    videos = xai_sdk.Client(api_key="key", api_host=host, use_insecure_channel=True).video
    poor = xai_sdk.Client(api_key="poor", api_host=host, use_insecure_channel=True).video
    wrong = xai_sdk.Client(api_key="wrong", api_host=host, use_insecure_channel=True).video
    quick = {**REQUEST, "interval": dt.timedelta(seconds=0.1)}
    frames = {"image_url": f"{url}/a.png", "last_frame_url": f"{url}/b.png"}

    started = videos.start(prompt="Waves", **REQUEST)
    first = deferred_pb2.DeferredStatus.Name(videos.get(started.request_id).status)
    made = videos.generate(prompt="Waves", **quick, **frames, generate_audio=False)
    keyframes = [{"image_url": f"{url}/c.png", "timestamp": 1.0}]
    keyed = videos.generate(prompt="Waves", **quick, keyframes=keyframes)
    stored = videos.generate(
        prompt="Waves", **quick, storage_options={"filename": "a.mp4", "public_url": True}
    )
    interval = {"interval": quick["interval"]}
    old = {"model": "grok-imagine-video", "video_url": made.url, **interval}
    edited = videos.generate(prompt="At night", **old)
    extended = videos.extend(prompt="Further", duration=2, **old)
    moderated = videos.generate(prompt="Waves [fault:moderated=done]", **quick)
    found = {
        "first": first,
        "made": done(made),
        "keyed": done(keyed),
        "edited": done(edited),
        "extended": done(extended),
        "stored": [stored.file_output.filename, bool(stored.public_url)],
        "moderated": [moderated.respect_moderation, round(moderated.cost_usd, 6)],
        "failed": raised(videos.generate, prompt="FAIL", **quick),
        "blocked": raised(videos.generate, prompt="x [fault:moderated=poll]", **quick),
        "expired": raised(videos.generate, prompt="x [fault:lapsed]", **quick),
        "unknown": raised(videos.get, "00000000-0000-4000-8000-000000000000"),
        "lite": raised(videos.start, "x", "grok-imagine-video-1.5-lite", keyframes=keyframes),
        "long": raised(videos.start, "x", "grok-imagine-video", duration=16),
        "money": raised(poor.start, prompt="x", **REQUEST),
        "key": raised(wrong.start, prompt="x", **REQUEST),
    }
    print(json.dumps(found))
    server.stop(None)


main(*sys.argv[1:])
