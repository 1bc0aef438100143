"""A request as recordings know it: the same however often it is sent, and without secrets."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection
from typing import Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from rushes.providers.base import ProviderRequest
from rushes.wire.data_url import is_data_url

# What differs from run to run, and says nothing about the video.
_OMITTED = frozenset({"callback_url", "session_id", "user", "trace"})
# Parameters of signed URLs, which differ whenever the same file is linked.
_SIGNING = re.compile(
    r"(x-)?(amz|goog|oss|cos)-.*|signature|sig|expires?|key-pair-id|policy|googleaccessid"
    r"|awsaccesskeyid|ossaccesskeyid|s[eprtv]|spr|sip|sk[tsv]|skoid|sktid|ske|.*token.*",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://", re.IGNORECASE)
_CREDENTIAL = re.compile(
    r"\b(?:sk|pk|rk|whsec|hf|gh[opsu]|xai|gsk|r8|key|api)[-_][A-Za-z0-9_\-]{12,}"
    r"|\bAKIA[A-Z0-9]{16}\b|\bAIza[\w-]{30,}"
    r"|\beyJ[\w-]+\.[\w-]+\.[\w-]*"  # a JSON Web Token
    r"|(?<=[Bb]earer )[^\s\"']+"
)
REDACTED = "[redacted]"


def digest_of(request: ProviderRequest, previous: str) -> str:
    """Return the name of a request's recording; `previous` is that of the one it continues."""
    text = json.dumps([_fields(request), previous], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def shown(request: ProviderRequest, previous: str, secrets: Collection[str]) -> dict[str, Any]:
    """Return a request for a person: no secret, no query of a URL, no embedded file."""
    fields = _fields(request, keeps_queries=False)
    if previous:
        fields["previous_job_id"] = f"the job of recording {previous}"
    kept: dict[str, Any] = redacted(fields, secrets)
    return kept


def redacted(value: Any, secrets: Collection[str]) -> Any:
    """Return JSON without given secrets, and without what looks like one."""
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, REDACTED)
        return _CREDENTIAL.sub(REDACTED, value)
    if isinstance(value, list):
        return [redacted(item, secrets) for item in value]
    if isinstance(value, dict):
        return {redacted(k, secrets): redacted(v, secrets) for k, v in value.items()}
    return value


def _fields(request: ProviderRequest, *, keeps_queries: bool = True) -> dict[str, Any]:
    body = json.loads(request.body)
    dropped = _OMITTED | {"previous_job_id", "provider"}
    if "seed" in request.decided:
        dropped |= {"seed"}
    fields = {name: value for name, value in body.items() if name not in dropped}
    provider = body.get("provider")
    if options := isinstance(provider, dict) and provider.get("options"):
        fields["provider"] = {"options": options}
    found: dict[str, Any] = _stable({**fields, "model": request.model}, keeps_queries)
    return found


def _stable(value: Any, keeps_queries: bool) -> Any:
    if isinstance(value, list):
        return [_stable(item, keeps_queries) for item in value]
    if isinstance(value, dict):
        return {name: _stable(item, keeps_queries) for name, item in value.items()}
    if isinstance(value, str) and is_data_url(value):
        kind = value[5:].partition(",")[0].partition(";")[0]
        return f"{kind} sha256:{hashlib.sha256(value.encode()).hexdigest()}"
    if isinstance(value, str) and _URL.match(value):
        return _plain_url(value, keeps_queries)
    return value


def _plain_url(url: str, keeps_queries: bool) -> str:
    """Return a URL without credentials and signature; its other parameters only for a digest."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return "an invalid URL"
    kept = [f"{k}={v}" for k, v in pairs if keeps_queries and not _SIGNING.fullmatch(k)]
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "&".join(kept), ""))
