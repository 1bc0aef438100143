"""The four operations as data: what to send, and how to read the answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar
from urllib.parse import quote, urlencode
from uuid import uuid4

import httpx
import pydantic_core

from rushes import wire
from rushes.sdk import _parse
from rushes.sdk._params import Arguments
from rushes.wire.base import UNSET, OptionalNullable, Unset

if TYPE_CHECKING:
    from rushes.sdk.retry_config import RetryConfig

T = TypeVar("T")

DEFAULT_TIMEOUT = 600.0  # seconds that a job is waited for
LONGEST_KEY = 255  # characters of an Idempotency-Key

_SHORTHANDS = ("first_frame", "last_frame", "references")  # may be files to read
# What of a submission goes out as it is given if it is of this very type, in the model's order, and
# what does not.
_PLAIN: Mapping[str, type] = {
    "model": str,
    "aspect_ratio": str,
    "callback_url": str,
    "creativity": int,
    "duration": int,
    "generate_audio": bool,
    "previous_job_id": str,
    "prompt": str,
    "resolution": str,
    "seed": int,
    "session_id": str,
    "size": str,
    "user": str,
}
_COMPOUND = (
    "frame_images",
    "input_references",
    "provider",
    "trace",
    "upscale_factor",  # 2 goes out as 2.0
    *_SHORTHANDS,
)


class CallOptions(NamedTuple):
    """The arguments that every method takes."""

    http_referer: str | None = None
    x_open_router_title: str | None = None
    x_open_router_categories: str | None = None
    retries: OptionalNullable[RetryConfig] = UNSET
    server_url: str | None = None
    timeout_ms: int | None = None
    http_headers: Mapping[str, str] | None = None

    @classmethod
    def of(cls, arguments: Arguments) -> CallOptions:
        """Pick the options out of a method's arguments; those that are absent stay unset."""
        return cls(**{name: arguments[name] for name in cls._fields if name in arguments})


class Call(NamedTuple, Generic[T]):
    """One call, independent of client and transport.

    `paid`: sending it twice costs twice. `stream`: the body is left to the caller, if `is_wanted`
    says so. `address` stands for server and path, and gets neither the key nor other secrets.
    `longest` bounds, in seconds, what the caller asked for as timeouts.
    """

    method: str
    path: str
    options: CallOptions
    read: Callable[[httpx.Response], T]
    read_timeout: float
    body: bytes | None = None
    accept: str = "application/json"
    paid: bool = False
    needs_key: bool = True
    stream: bool = False
    is_wanted: Callable[[httpx.Response], bool] = _parse.is_video
    address: str | None = None
    headers: Mapping[str, str] = MappingProxyType({})
    longest: float = math.inf


def body_of(arguments: Arguments) -> bytes:
    """Return the body of a submission as JSON; raises what `request_of` does."""
    given = {name: arguments[name] for name in _PLAIN if arguments[name] is not None}
    if (
        "model" in given
        and all(type(value) is _PLAIN[name] for name, value in given.items())
        and all(arguments[name] is None for name in _COMPOUND)
    ):
        # Nothing to check: the model, and all it needs, is not even loaded.
        return pydantic_core.to_json(given)
    return written(request_of(arguments))


def written(request: wire.VideoGenerationRequest) -> bytes:
    """Return a request as JSON."""
    return request.model_dump_json().encode()


def request_of(arguments: Arguments) -> wire.VideoGenerationRequest:
    """Return the body of a submission.

    Raises:
        pydantic.ValidationError: it cannot be right.
        OSError: a file cannot be read.
    """
    fields = wire.VideoGenerationRequest.model_fields
    given = {name: arguments[name] for name in fields}
    if reads_files(arguments):
        from rushes.sdk.media import with_shorthands

        given |= with_shorthands(arguments)
    return wire.VideoGenerationRequest.model_validate(given)


def request_of_some(arguments: Arguments) -> wire.VideoGenerationRequest:
    """Return the body of a submission, of arguments some of which may be absent.

    Raises:
        TypeError: one of them does not exist, or the model is absent.
    """
    from rushes.sdk._params import GenerateArguments

    if unknown := arguments.keys() - GenerateArguments.__annotations__.keys():
        raise TypeError(f"There are no arguments {', '.join(sorted(unknown))}")
    if "model" not in arguments:
        raise TypeError("The argument 'model' is missing")
    fields = wire.VideoGenerationRequest.model_fields
    return request_of({**dict.fromkeys(fields), **arguments})


def reads_files(arguments: Arguments) -> bool:
    """Tell whether making the request may take a while, since there are files to read."""
    return any(arguments.get(name) is not None for name in _SHORTHANDS)


def generate(body: bytes, arguments: Arguments) -> Call[wire.VideoGenerationResponse]:
    """Describe a submission.

    Raises:
        ValueError: an extra, or the key, cannot be sent.
    """
    return Call(
        method="POST",
        path=f"/videos{extra_query(arguments)}",
        options=CallOptions.of(arguments),
        read=_parse.job,
        read_timeout=60.0,
        body=with_extra_body(body, arguments),
        paid=True,
        headers={"idempotency-key": _idempotency_key(arguments.get("idempotency_key"))},
    )


def with_extra_body(body: bytes, arguments: Arguments) -> bytes:
    """Return a body with the keys of `extra_body` in it.

    Raises:
        TypeError: it is no mapping of strings.
        ValueError: it cannot be sent, or would replace the model.
    """
    extra = arguments.get("extra_body") or {}
    if not isinstance(extra, Mapping) or not all(isinstance(name, str) for name in extra):
        raise TypeError("extra_body must be a mapping of strings")
    if "model" in extra:
        # What is checked, priced and logged is that model.
        raise ValueError("extra_body cannot replace the model")
    if not extra:
        return body
    return pydantic_core.to_json({**pydantic_core.from_json(body), **extra}, inf_nan_mode="null")


def extra_query(arguments: Arguments) -> str:
    """Return `extra_query` as it is written behind a path.

    Raises:
        TypeError: it is no mapping.
    """
    extra = arguments.get("extra_query") or {}
    if not isinstance(extra, Mapping):
        raise TypeError("extra_query must be a mapping")
    pairs = [(name, text) for name, given in extra.items() for text in _texts(given)]
    return f"?{urlencode(pairs)}" if pairs else ""


def _texts(given: object) -> list[str]:
    if given is None:
        return []
    if isinstance(given, list | tuple):
        return [text for one in given for text in _texts(one)]
    return [str(given).lower() if isinstance(given, bool) else str(given)]


def _idempotency_key(given: object) -> str:
    if given is None:
        return str(uuid4())
    if (
        not isinstance(given, str)
        or not given.strip()
        or not (given.isascii() and given.isprintable() and len(given) <= LONGEST_KEY)
    ):
        raise ValueError(f"idempotency_key must be 1 to {LONGEST_KEY} printable ASCII characters")
    return given


def get_generation(arguments: Arguments) -> Call[wire.VideoGenerationResponse]:
    """Describe a poll."""
    return Call(
        method="GET",
        path=job_path(arguments["job_id"]),
        options=CallOptions.of(arguments),
        read=_parse.job,
        read_timeout=30.0,
    )


class Polled(NamedTuple):
    """One look at a job, with the answer it was read from."""

    job: wire.VideoGenerationResponse
    response: httpx.Response

    @classmethod
    def of(cls, response: httpx.Response) -> Polled:
        """Read an answer."""
        return cls(_parse.job(response), response)


def poll(
    job_id: str, options: CallOptions, read_timeout: float, longest: float = math.inf
) -> Call[Polled]:
    """Describe one poll of many.

    `read_timeout` is in seconds and counts if the caller asked for none, `longest` in any case.
    """
    return Call(
        method="GET",
        path=job_path(job_id),
        options=options,
        read=Polled.of,
        read_timeout=read_timeout,
        longest=longest,
    )


def get_video_content(arguments: Arguments) -> Call[httpx.Response]:
    """Describe a download."""
    return content(arguments["job_id"], arguments["index"], CallOptions.of(arguments))


def content(
    job_id: str, index: object, options: CallOptions, headers: Mapping[str, str] | None = None
) -> Call[httpx.Response]:
    """Describe a download, or with `headers` a part of one."""
    return Call(
        method="GET",
        path=f"{job_path(job_id)}/content{_index_query(index)}",
        options=options,
        read=_parse.content,
        read_timeout=30.0,
        accept="video/mp4",
        stream=True,
        headers=headers or {},
    )


def job_id_of(job: wire.VideoGenerationResponse | str) -> str:
    """Return the id of a job that may be given by it."""
    job_id = job if isinstance(job, str) else getattr(job, "id", None)
    if not isinstance(job_id, str):
        raise TypeError("The job must be a VideoGenerationResponse or the id of one")
    return job_id


def job_path(job_id: object) -> str:
    """Return where a job is; raises `ValueError` if the id cannot be one."""
    if not isinstance(job_id, str):
        raise TypeError("job_id must be a string")
    if job_id in {"", ".", ".."}:
        raise ValueError(f"job_id must be the id of a job, not {job_id!r}")
    return f"/videos/{quote(job_id, safe='')}"


def _index_query(index: object) -> str:
    if index is None or isinstance(index, Unset):
        return ""
    if isinstance(index, bool) or not isinstance(index, int):
        raise TypeError("index must be an integer")
    return f"?index={index}"
