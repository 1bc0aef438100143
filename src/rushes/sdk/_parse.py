"""From a response to a model or an error; no I/O: all bodies except videos are already read."""

from __future__ import annotations

import contextlib
import json
import logging
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import httpx
import pydantic

from rushes import wire
from rushes.sdk import errors
from rushes.sdk._retry import is_transient
from rushes.wire.job import plain_job
from rushes.wire.response_info import EXTENSION, ResponseModel, attach_response

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCUMENTED = "openrouter.documented"  # extension of httpx.Response: statuses that have classes
MAX_EXCERPT = 500  # characters of an unknown body that go into a message

M = TypeVar("M", bound=ResponseModel)


def job(response: httpx.Response) -> wire.VideoGenerationResponse:
    """Read a job; only its id is required."""
    if response.is_success and (read := plain_job(_parsed(response))) is not None:
        attach_response(read, response)
    else:
        read = model(wire.VideoGenerationResponse, response)
    if not read.id:
        raise _unreadable(response, None, ValueError("the id is empty"))
    return read


def json_object(response: httpx.Response) -> dict[str, Any]:
    """Read a success that is any JSON object."""
    if not response.is_success:
        raise error_from_response(response)
    parsed = _parsed(response)
    if not isinstance(parsed, dict):
        cause = ValueError(f"the body is not a JSON object: {_excerpt(response)}")
        raise _unreadable(response, parsed, cause)
    return parsed


def unread(response: httpx.Response) -> httpx.Response:
    return response


def is_video(response: httpx.Response) -> bool:
    """Return whether a response is (part of) a video, judging by status and type alone."""
    kind = media_type(response)
    return response.status_code in {200, 206} and (
        kind.startswith("video/") or kind in {"", "application/octet-stream"}
    )


def media_type(response: httpx.Response) -> str:
    """Return the type of the body in lower case, without parameters; "" if none is named."""
    written: str = response.headers.get("content-type", "")
    return written.partition(";")[0].strip().lower()


def error_from_response(response: httpx.Response) -> errors.OpenRouterError:
    """Return the error of a response, typed by its status.

    A success that carries an error envelope, and a 400 that carries a transient one, get the class
    and the status of the envelope's code; a 400 is a `BadRequestResponseError` as well.
    """
    from rushes.sdk.errors.base import joined
    from rushes.sdk.errors.status import BY_STATUS

    parsed = _parsed(response)
    status = _status(response, parsed)
    data = _envelope(parsed, response, status)
    is_inside_400 = status != response.status_code == httpx.codes.BAD_REQUEST
    typed: Any = BY_STATUS.get(status, BY_STATUS[400] if is_inside_400 else None)
    error: errors.OpenRouterError
    if typed is None:
        error = errors.OpenRouterDefaultError(_message(parsed) or _description(response), response)
        error.data = data
    else:
        other: Any = typed
        if is_inside_400:
            other = BY_STATUS[400]
        elif not _is_documented(response):
            other = errors.OpenRouterDefaultError
        error = (typed if other is typed else joined(typed, other))(data, response)
    error.status_code = status
    return error


def status_of(response: httpx.Response) -> int:
    """Return the status of a response that was read, or that of the error inside it."""
    # Reading a body twice costs more than looking for the word.
    if not may_hold_error(response) or b'"error"' not in response.content:
        return response.status_code
    parsed = _parsed(response)
    # A job may have an error of its own.
    is_job = response.is_success and isinstance(parsed, dict) and "id" in parsed
    return response.status_code if is_job else _status(response, parsed)


def may_hold_error(response: httpx.Response) -> bool:
    """Return whether the status is not the last word on what happened."""
    return response.is_success or response.status_code == httpx.codes.BAD_REQUEST


def _status(response: httpx.Response, parsed: Any) -> int:
    status, inner = response.status_code, _code(parsed)
    if inner is None:
        return status
    # OpenRouter wraps errors of its providers in a 400.
    is_wrapped = response.is_success or (status == httpx.codes.BAD_REQUEST and is_transient(inner))
    return inner if is_wrapped else status


def _is_documented(response: httpx.Response) -> bool:
    """Return whether the official package has a class for this response of its operation."""
    documented = response.extensions.get(DOCUMENTED)
    return documented is None or (
        response.status_code in documented and media_type(response) == "application/json"
    )


def with_body(response: httpx.Response, body: bytes) -> httpx.Response:
    """Return a copy of a streamed response with as much of its body as was read."""
    headers = response.headers.copy()
    for name in ("content-encoding", "content-length", "transfer-encoding"):
        headers.pop(name, None)
    return httpx.Response(
        response.status_code,
        headers=headers,
        content=body,
        history=response.history,
        request=response.request,
        extensions={
            EXTENSION: response.extensions.get(EXTENSION, (1, 0.0)),
            DOCUMENTED: response.extensions.get(DOCUMENTED),
        },
    )


def model(model: type[M], response: httpx.Response) -> M:
    """Read a success into a model; raise the error of any other response."""
    if not response.is_success:
        raise error_from_response(response)
    try:
        read = model.model_validate_json(response.content)
    except pydantic.ValidationError:
        read = _parse_leniently(model, response)
    else:
        # An unknown key that shows that this may be an error all the same.
        if "error" in (read.model_extra or ()):
            read = _parse_leniently(model, response)
    attach_response(read, response)
    return read


def _parse_leniently(model: type[M], response: httpx.Response) -> M:
    parsed = _parsed(response)
    if not isinstance(parsed, dict):
        cause = ValueError(f"the body is not a JSON object: {_excerpt(response)}")
        raise _unreadable(response, parsed, cause)
    if isinstance(parsed.get("error"), dict) and "id" not in parsed:
        raise error_from_response(response)
    try:
        return model.model_validate(parsed)
    except pydantic.ValidationError as error:
        try:
            return model.model_validate(_without_broken_keys(model, parsed, error))
        except pydantic.ValidationError:
            raise _unreadable(response, parsed, _MismatchError(error)) from error


class _MismatchError(ValueError):
    """What does not fit, without the values: those may be signed URLs."""

    def __init__(self, error: pydantic.ValidationError) -> None:
        details = error.errors(include_url=False, include_context=False, include_input=False)
        super().__init__(
            "; ".join(f"{'.'.join(map(str, d['loc']))}: {d['msg']}" for d in details[:5])
        )


def _without_broken_keys(
    model: type[ResponseModel], parsed: Mapping[str, Any], error: pydantic.ValidationError
) -> dict[str, Any]:
    # A job must not be lost because a key changed its type.
    broken = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
    optional = {name for name, field in model.model_fields.items() if not field.is_required()}
    kept = {key: value for key, value in parsed.items() if key not in broken & optional}
    fallbacks = model._fallbacks(parsed)
    kept |= {name: value for name, value in fallbacks.items() if name in broken}
    if "error" in broken & optional and (message := _message({"error": parsed["error"]})):
        kept["error"] = message
    for name in sorted(broken & parsed.keys()):
        _warn_of_type(model.__name__, name)
    return kept


@cache
def _warn_of_type(model: str, name: str) -> None:
    # Once, since a job is polled many times. The value is left out: it may be a signed URL.
    logging.getLogger("openrouter").warning(
        "The service sent %r of a %s with an unknown type; `http.body` has its value",
        name,
        model,
    )


def _unreadable(
    response: httpx.Response, parsed: Any, cause: Exception
) -> errors.ResponseValidationError:
    error = errors.ResponseValidationError("Response validation failed", response, cause)
    job_id = parsed.get("id") if isinstance(parsed, dict) else None
    error.job_id = job_id if isinstance(job_id, str) and job_id else None
    return error


def _parsed(response: httpx.Response) -> Any:
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        return None


def _code(parsed: Any) -> int | None:
    error = parsed.get("error") if isinstance(parsed, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    if isinstance(code, str) and code.isascii() and code.isdigit():
        code = int(code)
    if isinstance(code, int | float) and code in range(400, 600):
        return int(code)
    return None


def _message(parsed: Any) -> str:
    # The second shape is what other servers send.
    if not isinstance(parsed, dict):
        return ""
    error = parsed.get("error")
    objects = (error, parsed) if isinstance(error, dict) else (parsed,)
    candidates = [one.get(key) for one in objects for key in ("message", "detail")]
    candidates.append(error)
    return next((c for c in candidates if isinstance(c, str) and c), "")


def _envelope(parsed: Any, response: httpx.Response, status: int) -> wire.ErrorEnvelope:
    """Map a body onto the envelope as far as it fits."""
    least = {
        "code": _code(parsed) or status,
        "message": _message(parsed)[:MAX_EXCERPT] or _excerpt(response) or response.reason_phrase,
    }
    body = parsed if isinstance(parsed, dict) else {}
    detail = body.get("error")
    repaired = {**detail, **least} if isinstance(detail, dict) else least
    for candidate in (body, {**body, "error": repaired}):
        with contextlib.suppress(pydantic.ValidationError):
            return wire.ErrorEnvelope.model_validate(candidate)
    return wire.ErrorEnvelope.model_validate({"error": least})


def _description(response: httpx.Response) -> str:
    kind, excerpt = media_type(response), _excerpt(response)
    if "\0" in excerpt:
        excerpt = f"{len(response.content)} bytes that are no text"
    return (
        f"Unexpected response: status {response.status_code}"
        + (f", {kind}" if kind else "")
        + (f": {excerpt}" if excerpt else "")
    )


def _excerpt(response: httpx.Response) -> str:
    return response.content[: 4 * MAX_EXCERPT].decode(errors="replace").strip()[:MAX_EXCERPT]
