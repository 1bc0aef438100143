"""The four operations of the contract as data: what to send, and how to read the response."""

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
from rushes.sdk._scalars import as_json, integer
from rushes.wire.base import UNSET, OptionalNullable, Unset, plain_value

if TYPE_CHECKING:
    from rushes.sdk.retry_config import RetryConfig

T = TypeVar("T")

DEFAULT_TIMEOUT = 600.0  # seconds to wait for a job
MAX_KEY_LENGTH = 255  # characters of an Idempotency-Key

# As the official package lists them for each operation.
_OF_SUBMISSION = frozenset({400, 401, 402, 403, 404, 413, 429, 499, 500, 503})
_OF_JOB = frozenset({401, 403, 404, 500})
_OF_CONTENT = frozenset({400, 401, 403, 404, 409, 410, 500, 502})

_SHORTHANDS = ("first_frame", "last_frame", "references")  # may be files to read
# Parameters whose values go out as given if they are of this very type, and those that never do.
_PLAIN: Mapping[str, type] = {
    **dict.fromkeys(("model", "aspect_ratio", "callback_url", "previous_job_id", "prompt"), str),
    **dict.fromkeys(("resolution", "session_id", "size", "user"), str),
    **dict.fromkeys(("creativity", "duration", "seed"), int),
    "generate_audio": bool,
}
# 2 as an `upscale_factor` goes out as 2.0.
_INPUTS = ("frame_images", "input_references", *_SHORTHANDS)
_COMPOUND = ("provider", "trace", "upscale_factor", *_INPUTS)


class CallOptions(NamedTuple):
    http_referer: str | None = None
    x_open_router_title: str | None = None
    x_open_router_categories: str | None = None
    retries: OptionalNullable[RetryConfig] = UNSET
    server_url: str | None = None
    timeout_ms: int | None = None
    http_headers: Mapping[str, str] | None = None

    @classmethod
    def of(cls, arguments: Arguments) -> CallOptions:
        options = {name: arguments[name] for name in cls._fields if name in arguments}
        if options.get("http_headers") is not None:
            from rushes.sdk._headers import http_headers

            options["http_headers"] = http_headers(options["http_headers"])
        return cls(**options)


class APICall(NamedTuple, Generic[T]):
    """One call, independent of the client that sends it.

    `paid`: sending it twice costs twice. `stream`: the body is left to the caller if `is_wanted`
    says so; `is_checked` makes an incomplete video raise an error at its end. `absolute_url`
    replaces server and path, and gets neither the key nor other secrets. `timeout_cap`, in seconds,
    bounds the timeouts that the caller asked for. `documented` are the statuses for which the
    official package raises a class of their own; None if there are none.
    """

    method: str
    path: str
    options: CallOptions
    read: Callable[[httpx.Response], T]
    read_timeout: float = 30.0
    body: bytes | None = None
    accept: str = "application/json"
    paid: bool = False
    needs_key: bool = True
    stream: bool = False
    is_checked: bool = False
    is_wanted: Callable[[httpx.Response], bool] = _parse.is_video
    absolute_url: str | None = None
    headers: Mapping[str, str] = MappingProxyType({})
    timeout_cap: float = math.inf
    documented: frozenset[int] | None = None


def body_of(arguments: Arguments) -> bytes:
    """Return the body of a submission as JSON; raises what `request_of` does."""
    given = {n: value for n, value in arguments.items() if n in _PLAIN and value is not None}
    if (
        "model" in given
        and all(type(value) is _PLAIN[name] for name, value in given.items())
        and all(arguments[name] is None for name in _COMPOUND)
    ):
        # There is nothing to check. Building pydantic's validator takes longer than all else of a
        # first call, so the model is not even loaded.
        return pydantic_core.to_json(given)
    return to_json(request_of(arguments))


def to_json(request: wire.VideoGenerationRequest) -> bytes:
    return request.model_dump_json(fallback=as_json).encode()


def request_of(arguments: Arguments) -> wire.VideoGenerationRequest:
    """Return the body of a submission.

    Raises:
        pydantic.ValidationError: an argument has the wrong shape.
        OSError: a file cannot be read.
    """
    fields = wire.VideoGenerationRequest.model_fields
    given = {name: arguments[name] for name in fields}
    if reads_files(arguments):
        from rushes.sdk.media import with_shorthands

        given |= with_shorthands(arguments)
    return wire.VideoGenerationRequest.model_validate(given)


def request_of_some(arguments: Arguments) -> wire.VideoGenerationRequest:
    """Return the body of a submission of which some arguments may be absent.

    Raises:
        TypeError: one of them does not exist, or the model is absent.
    """
    from rushes.sdk._params import GenerateArguments

    if unknown := arguments.keys() - GenerateArguments.__annotations__.keys():
        raise TypeError(f"Unknown arguments: {', '.join(sorted(unknown))}")
    if "model" not in arguments:
        raise TypeError("The argument 'model' is missing")
    fields = wire.VideoGenerationRequest.model_fields
    return request_of({**dict.fromkeys(fields), **arguments})


def reads_files(arguments: Arguments) -> bool:
    return any(arguments.get(name) is not None for name in _SHORTHANDS)


def generate(body: bytes, arguments: Arguments) -> APICall[wire.VideoGenerationResponse]:
    return APICall(
        "POST",
        f"/videos{extra_query(arguments)}",
        CallOptions.of(arguments),
        _parse.job,
        read_timeout=60.0,
        body=with_extra_body(body, arguments),
        paid=True,
        documented=_OF_SUBMISSION,
        headers={"idempotency-key": _idempotency_key(arguments.get("idempotency_key"))},
    )


def with_extra_body(body: bytes, arguments: Arguments) -> bytes:
    extra = arguments.get("extra_body") or {}
    if not isinstance(extra, Mapping) or not all(isinstance(name, str) for name in extra):
        raise TypeError("extra_body must be a mapping of strings")
    if "model" in extra:
        # The model is what was checked, priced and logged.
        raise ValueError("extra_body cannot replace the model")
    if not extra:
        return body
    merged = {**pydantic_core.from_json(body), **extra}
    return pydantic_core.to_json(merged, inf_nan_mode="null", fallback=as_json)


def extra_query(arguments: Arguments) -> str:
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
    given = plain_value(given)
    return [str(given).lower() if isinstance(given, bool) else str(given)]


def _idempotency_key(given: object) -> str:
    if given is None:
        return str(uuid4())
    if (
        not isinstance(given, str)
        or not given.strip()
        or not (given.isascii() and given.isprintable() and len(given) <= MAX_KEY_LENGTH)
    ):
        raise ValueError(
            f"idempotency_key must be 1 to {MAX_KEY_LENGTH} printable ASCII characters"
        )
    return given


def get_generation(arguments: Arguments) -> APICall[wire.VideoGenerationResponse]:
    path = job_path(arguments["job_id"])
    return APICall("GET", path, CallOptions.of(arguments), _parse.job, documented=_OF_JOB)


class PollResult(NamedTuple):
    """A job, and the response that it was read from."""

    job: wire.VideoGenerationResponse
    response: httpx.Response

    @classmethod
    def of(cls, response: httpx.Response) -> PollResult:
        return cls(_parse.job(response), response)


def poll(
    job_id: str, options: CallOptions, read_timeout: float, timeout_cap: float = math.inf
) -> APICall[PollResult]:
    """Describe one poll of a wait; `read_timeout` counts if the caller asked for none."""
    return APICall(
        "GET",
        job_path(job_id),
        options,
        PollResult.of,
        read_timeout=read_timeout,
        timeout_cap=timeout_cap,
        documented=_OF_JOB,
    )


def content(
    job_id: str, index: object, options: CallOptions, headers: Mapping[str, str] | None = None
) -> APICall[httpx.Response]:
    """Describe the request for a video; `headers` are those of a caller that checks it itself."""
    return APICall(
        "GET",
        f"{job_path(job_id)}/content{_index_query(index)}",
        options,
        _parse.unread,
        accept="video/mp4",
        stream=True,
        is_checked=headers is None,
        headers=headers or {},
        documented=_OF_CONTENT,
    )


def job_id_of(job: wire.VideoGenerationResponse | str) -> str:
    job_id = job if isinstance(job, str) else getattr(job, "id", None)
    if not isinstance(job_id, str):
        raise TypeError("The job must be a VideoGenerationResponse or the id of one")
    return job_id


def job_path(job_id: object) -> str:
    if not isinstance(job_id, str):
        raise TypeError("job_id must be a string")
    if job_id in {"", ".", ".."}:
        raise ValueError(f"job_id must be the id of a job, not {job_id!r}")
    return f"/videos/{quote(job_id, safe='')}"


def _index_query(index: object) -> str:
    if index is None or isinstance(index, Unset):
        return ""
    return f"?index={integer('index', index)}"
