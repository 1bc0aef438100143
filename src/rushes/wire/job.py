"""The job, as submission and polling show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NotRequired, get_args
from urllib.parse import quote

from typing_extensions import TypedDict

from rushes.wire.base import Integer, SparseModel
from rushes.wire.enums import VideoGenerationResponseStatus
from rushes.wire.response_info import ResponseModel

if TYPE_CHECKING:
    from collections.abc import Mapping


class VideoGenerationUsage(SparseModel):
    """What a finished job cost, in USD; null if unknown."""

    _nullable: ClassVar[frozenset[str]] = frozenset({"cost"})

    cost: float | None = None
    is_byok: bool | None = None


class VideoGenerationUsageTypedDict(TypedDict, total=False):
    cost: float | None
    is_byok: bool


class VideoGenerationResponse(ResponseModel):
    """One job. A failed job is a normal response: look at `status` and `error`.

    `urls` are signed and work without a key until `expires_at` (unix seconds), so treat them as
    secrets. `unsigned_urls` need the key on OpenRouter; those of Rushes carry a signature as well.
    """

    id: str
    polling_url: str
    status: VideoGenerationResponseStatus
    error: str | None = None
    expires_at: Integer | None = None
    generation_id: str | None = None
    unsigned_urls: list[str] | None = None
    urls: list[str] | None = None
    usage: VideoGenerationUsage | None = None

    @classmethod
    def _fallbacks(cls, given: Mapping[str, Any]) -> Mapping[str, Any]:
        # A paid job must not be lost because of any other key, as long as its id can be read.
        name = given.get("id")
        if type(name) is int:
            name = str(name)
        if not isinstance(name, str) or not name:
            return {}
        polling_url = f"/api/v1/videos/{quote(name, safe='')}"
        return {"id": name, "polling_url": polling_url, "status": "pending"}

    def _shown(self, name: str | None, value: Any) -> Any:
        if name in {"urls", "unsigned_urls"} and value:
            return [without_signature(url, signed=name == "urls") for url in value]
        return super()._shown(name, value)


def without_signature(url: str, *, signed: bool = False) -> str:
    """Return a URL as it may be shown: a signature gives access to the video."""
    plain, query, rest = url.partition("?")
    return f"{plain}?…" if query and (signed or "signature=" in rest.lower()) else url


_STATUSES = frozenset(get_args(get_args(VideoGenerationResponseStatus)[0]))
_PLAIN = {
    **dict.fromkeys(("id", "polling_url", "status", "error", "generation_id"), str),
    **dict.fromkeys(("unsigned_urls", "urls"), list),
    "expires_at": int,
    "usage": dict,
}


def plain_job(given: Any) -> VideoGenerationResponse | None:
    """Return a job if every value has the exact type of the contract, else None.

    Then the validator is not built, which takes longer than the rest of a first call.
    """
    if not (type(given) is dict and _is_plain(given)):
        return None
    usage = given.get("usage")
    if usage is not None:
        given = {**given, "usage": VideoGenerationUsage._as_given(usage)}
    return VideoGenerationResponse._as_given(given)


def _is_plain(given: Mapping[str, Any]) -> bool:
    fields = VideoGenerationResponse.__pydantic_fields__
    for name, kind in _PLAIN.items():
        value = given.get(name)
        if type(value) is not kind and (value is not None or fields[name].is_required()):
            return False
    texts = [text for name in ("unsigned_urls", "urls") for text in given.get(name) or ()]
    usage = given.get("usage") or {}
    return (
        given["status"] in _STATUSES  # others become an `UnrecognizedStr`
        and all(type(text) is str for text in texts)
        and type(usage.get("cost", 0.0)) is float
        and type(usage.get("is_byok", True)) is bool
    )


class VideoGenerationResponseTypedDict(TypedDict):
    id: str
    polling_url: str
    status: VideoGenerationResponseStatus
    error: NotRequired[str]
    expires_at: NotRequired[int]
    generation_id: NotRequired[str]
    unsigned_urls: NotRequired[list[str]]
    urls: NotRequired[list[str]]
    usage: NotRequired[VideoGenerationUsageTypedDict]
