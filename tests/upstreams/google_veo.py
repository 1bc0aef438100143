"""What a request asks of Veo, by the Gemini API or by Vertex, and how its operation is shown."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.upstreams.base import Job, Refusal
from tests.upstreams.google_media import RATIOS, check_base64, one_of, only, size_of

# Dollars a second, by kind of model and resolution.
PRICES: Mapping[str, Mapping[str, float]] = {
    "": {"720p": 0.40, "1080p": 0.40, "4k": 0.60},
    "fast-": {"720p": 0.10, "1080p": 0.12, "4k": 0.30},
    "lite-": {"720p": 0.05, "1080p": 0.08},
}
GEMINI = {f"veo-3.1-{kind}generate-preview": kind for kind in PRICES}
VERTEX = {f"veo-3.1-{kind}generate-001": kind for kind in PRICES}
INSTANCE = ("prompt", "image", "lastFrame", "video", "referenceImages")
PARAMETERS = (
    *("sampleCount", "durationSeconds", "aspectRatio", "resolution"),
    *("personGeneration", "negativePrompt", "enhancePrompt"),
)
# Those that only Vertex knows.
VERTEX_PARAMETERS = (
    *("seed", "generateAudio", "storageUri", "compressionQuality"),
    *("resizeMode", "fps", "pubsubTopic"),
)
PEOPLE = ("allow_adult", "dont_allow", "allow_all")
MOST_REFERENCES = 3
INVALID_ARGUMENT, DEADLINE_EXCEEDED, INTERNAL = 3, 4, 13  # codes of gRPC
FILTERED = "The video was filtered because it may violate the usage guidelines."
SUPPORT_CODE = "Support codes: 58061214"


@dataclass(frozen=True)
class Order:
    """A checked request."""

    model: str
    prompt: str
    seconds: int
    resolution: str
    ratio: str
    samples: int
    audio: bool
    storage: str
    price: float

    def job(self, id_: str, body: dict[str, Any], **info: Any) -> Job:
        return Job(
            id_,
            self.prompt,
            self.model,
            self.price,
            self.seconds,
            size_of(self.resolution, self.ratio),
            audio=self.audio,
            body=body,
            info={"order": self} | info,
        )


def order_of(model: str, body: dict[str, Any], *, vertex: bool) -> Order:
    """Return what a request asks for; refuse what the model does not take."""
    models = VERTEX if vertex else GEMINI
    if model not in models:
        message = f"models/{model} is not found, or is no longer available."
        raise Refusal("not_found", message)
    only(body, ("instances", "parameters", "labels" if vertex else "webhookConfig"), "request")
    instance = instance_of(body)
    parameters = body.get("parameters", {})
    only(parameters, PARAMETERS + (VERTEX_PARAMETERS if vertex else ()), "parameters")
    prices = PRICES[models[model]]
    resolution = one_of(parameters, "resolution", prices, "720p")
    seconds = one_of(parameters, "durationSeconds", (4, 6, 8), 8)
    eight = {"video", "referenceImages"} & instance.keys() or (not vertex and resolution != "720p")
    if eight and seconds != 8:
        raise Refusal("invalid", f"durationSeconds is {seconds}, and must be 8 for this request.")
    one_of(parameters, "personGeneration", PEOPLE, "allow_adult")
    samples = one_of(parameters, "sampleCount", range(1, 5 if vertex else 2), 1)
    check_seed(parameters)
    storage = str(parameters.get("storageUri") or "")
    if storage and not storage.startswith("gs://"):
        raise Refusal("invalid", "storageUri must be of the form gs://BUCKET/PATH.")
    return Order(
        model,
        str(instance.get("prompt", "")),
        seconds,
        resolution,
        one_of(parameters, "aspectRatio", RATIOS, "16:9"),
        samples,
        parameters.get("generateAudio", True) is True,
        storage,
        prices[resolution] * seconds * samples,
    )


def check_seed(parameters: dict[str, Any]) -> None:
    seed = parameters.get("seed", 0)
    if type(seed) is not int or not 0 <= seed < 2**32:
        raise Refusal("invalid", f"seed: {seed!r} is not an integer from 0 to 4294967295.")


def instance_of(body: dict[str, Any]) -> dict[str, Any]:
    """Return the one instance, whose pictures are checked."""
    instances = body.get("instances")
    if not isinstance(instances, list) or len(instances) != 1:
        raise Refusal("invalid", "instances must have exactly one element.", param="instances")
    instance = only(instances[0], INSTANCE, "instances[0]")
    prompt = instance.get("prompt", "")
    if not isinstance(prompt, str):
        raise Refusal("invalid", "The prompt must be a string.", param="prompt")
    if not prompt and not instance.keys() & {"image", "video"}:
        raise Refusal("invalid", "A prompt, an image or a video is needed.", param="prompt")
    if "lastFrame" in instance and "image" not in instance:
        raise Refusal("invalid", "lastFrame needs an image.", param="lastFrame")
    references = instance.get("referenceImages", [])
    if not isinstance(references, list):
        raise Refusal("invalid", "referenceImages must be a list.", param="referenceImages")
    if len(references) > MOST_REFERENCES:
        raise Refusal("invalid", f"At most {MOST_REFERENCES} reference images are allowed.")
    pictures = [instance[name] for name in ("image", "lastFrame") if name in instance]
    checked = (only(each, ("image", "referenceType"), "referenceImages") for each in references)
    pictures += [each.get("image") for each in checked]
    for picture in pictures:
        check_picture(picture)
    return instance


def check_picture(picture: Any) -> None:
    match picture:
        case {"gcsUri": str(uri), "mimeType": str()} if uri.startswith("gs://"):
            return
        case {"bytesBase64Encoded": data, "mimeType": "image/png" | "image/jpeg" | "image/webp"}:
            check_base64(data, "image")
        case _:
            message = "An image needs bytesBase64Encoded and a mimeType of png, jpeg or webp."
            raise Refusal("invalid", message, param="image")


def shown(job: Job, *, vertex: bool, uris: list[str], data: bytes) -> dict[str, Any]:
    """Return an operation; `uris` are those of its videos, "" for one that is sent in it."""
    operation: dict[str, Any] = {"name": job.info["name"]}
    if job.odd:  # whether it is done, which is all of a state that there is
        return operation | {"done": job.odd}
    if job.open:
        return operation
    operation["done"] = True
    if job.state == "completed" or job.moderated:
        respond = vertex_response if vertex else gemini_response
        return operation | {"response": respond([] if job.moderated else uris, data)}
    code = DEADLINE_EXCEEDED if job.state == "expired" else INTERNAL
    return operation | {"error": {"code": code, "message": job.failure or "Deadline exceeded"}}


def gemini_response(uris: list[str], _: bytes) -> dict[str, Any]:
    package = "type.googleapis.com/google.ai.generativelanguage.v1beta"
    inner: dict[str, Any] = {"generatedSamples": [{"video": {"uri": uri}} for uri in uris]}
    if not uris:
        inner = {"raiMediaFilteredCount": 1, "raiMediaFilteredReasons": [FILTERED]}
    return {"@type": f"{package}.PredictLongRunningResponse", "generateVideoResponse": inner}


def vertex_response(uris: list[str], data: bytes) -> dict[str, Any]:
    encoded = base64.b64encode(data).decode()
    videos = [
        ({"gcsUri": uri} if uri else {"bytesBase64Encoded": encoded}) | {"mimeType": "video/mp4"}
        for uri in uris
    ]
    kind = "type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse"
    response: dict[str, Any] = {"@type": kind, "raiMediaFilteredCount": 0 if uris else 1}
    if uris:
        return response | {"videos": videos}
    return response | {"raiMediaFilteredReasons": [f"{FILTERED} {SUPPORT_CODE}"]}
