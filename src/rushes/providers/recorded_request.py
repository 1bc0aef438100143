"""A request as recordings know it: the same however often it is sent, and without secrets."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection
from typing import Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from rushes.providers.base import ProviderRequest
from rushes.providers.recording_secrets import (
    is_credential,
    is_signing,
    redacted,
    secrets_in,
    without_signatures,
)
from rushes.wire.data_url import is_data_url

# What differs from run to run, and says nothing about the video.
_OMITTED = frozenset({"callback_url", "session_id", "user", "trace"})
_WEB_URL = re.compile(r"https?://\S*", re.IGNORECASE)


def digest_of(request: ProviderRequest, previous: str) -> str:
    """Return the name of a request's recording; `previous` is that of the one it continues."""
    text = json.dumps([_fields(request), previous], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def shown(request: ProviderRequest, previous: str, secrets: Collection[str]) -> dict[str, Any]:
    """Return a request for a person: no secret, no query of a URL, no embedded file."""
    fields = _fields(request, for_digest=False)
    if previous:
        fields["previous_job_id"] = f"the job of recording {previous}"
    kept: dict[str, Any] = redacted(fields, secrets)
    return kept


def credentials_of(request: ProviderRequest) -> list[str]:
    """Return the texts in a request that are secret, the longest first."""
    return sorted(set(secrets_in(json.loads(request.body))), key=len, reverse=True)


def _fields(request: ProviderRequest, *, for_digest: bool = True) -> dict[str, Any]:
    body = json.loads(request.body)
    dropped = _OMITTED | {"previous_job_id", "provider"}
    if "seed" in request.decided:
        dropped |= {"seed"}
    fields = {name: value for name, value in body.items() if name not in dropped}
    if options := _options(body.get("provider")):
        fields["provider"] = {"options": options}
    given = {name: value for name, value in fields.items() if not _is_empty(value)}
    found: dict[str, Any] = _stable({**given, "model": request.model}, for_digest)
    return found


def _options(provider: Any) -> dict[str, Any]:
    options = provider.get("options") if isinstance(provider, dict) else None
    given = options if isinstance(options, dict) else {}
    return {name: value for name, value in given.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    """Return whether a value is the same as none."""
    return value is None or value in ([], {})


def _stable(value: Any, for_digest: bool) -> Any:
    if isinstance(value, list):
        return [_stable(item, for_digest) for item in value]
    if isinstance(value, dict):
        return {
            name: _stable(item, for_digest)
            for name, item in value.items()
            if not (for_digest and is_credential(name, item))  # as signatures of URLs
        }
    if isinstance(value, float) and value.is_integer():
        return int(value)  # 4.0 is 4 in JSON
    return _stable_text(value, for_digest) if isinstance(value, str) else value


def _stable_text(text: str, for_digest: bool) -> str:
    if is_data_url(text):
        kind = text[5:].partition(",")[0].partition(";")[0]
        return f"{kind} sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    if _WEB_URL.fullmatch(text):
        return _plain_url(text, keeps_queries=for_digest)
    return without_signatures(text) if for_digest else text


def _plain_url(url: str, *, keeps_queries: bool) -> str:
    """Return a URL without credentials and signature; its other parameters only for a digest."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return "an invalid URL"
    kept = [f"{k}={v}" for k, v in pairs if keeps_queries and not is_signing(k)]
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "&".join(kept), ""))
