"""A request as recordings know it: the same however often it is sent, and without secrets."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterator
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
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)",
    re.DOTALL,
)
# Names of fields, in words of lower case.
_CREDENTIAL_NAME = re.compile(
    r"(.*_)?([a-z]*(secret|password|passphrase|passwd|credential)s?|passcode|pwd"
    r"|auth|authorization|bearer|jwt|cookies?|key|token"
    r"|(access|account|api|auth|bearer|client|private|refresh|secret|security|service|session"
    r"|signing|subscription)_?(key|token)s?)"
)
_INNOCENT_NAME = re.compile(
    r"(.*_)?(max|min|num|start|stop|end|pad|page|alpha|chroma|colou?r|luma|musical"
    r"|cache|foreign|idempotency|object|primary|public|sort)_?(key|token)"
)
_WORD_BOUNDARY = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
LEAST_SECRET = 8  # characters; hiding a shorter one would change other words of a text
REDACTED = "[redacted]"


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


def is_credential(name: str, value: Any) -> bool:
    """Return whether a field's name says that its value is a credential."""
    words = "_".join(_WORD_BOUNDARY.split(name)).strip("_").lower()
    is_named = _CREDENTIAL_NAME.fullmatch(words) and not _INNOCENT_NAME.fullmatch(words)
    return bool(is_named) and not isinstance(value, bool)


def credentials_of(request: ProviderRequest) -> list[str]:
    """Return the texts in a request that are credentials, by the names of their fields."""
    return sorted(set(_credentials_in(json.loads(request.body))), key=len, reverse=True)


def _credentials_in(value: Any, *, hidden: bool = False) -> Iterator[str]:
    if isinstance(value, str) and hidden and len(value) >= LEAST_SECRET:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _credentials_in(item, hidden=hidden)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _credentials_in(item, hidden=hidden or is_credential(name, item))


def redacted(value: Any, secrets: Collection[str]) -> Any:
    """Return JSON without given secrets, and without what is one by its name or looks like one."""
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, REDACTED)
        return _CREDENTIAL.sub(REDACTED, value)
    if isinstance(value, list):
        return [redacted(item, secrets) for item in value]
    if isinstance(value, dict):
        return {
            redacted(k, secrets): REDACTED if is_credential(k, v) else redacted(v, secrets)
            for k, v in value.items()
        }
    return value


def _fields(request: ProviderRequest, *, for_digest: bool = True) -> dict[str, Any]:
    body = json.loads(request.body)
    dropped = _OMITTED | {"previous_job_id", "provider"}
    if "seed" in request.decided:
        dropped |= {"seed"}
    fields = {name: value for name, value in body.items() if name not in dropped}
    provider = body.get("provider")
    if options := isinstance(provider, dict) and provider.get("options"):
        fields["provider"] = {"options": options}
    found: dict[str, Any] = _stable({**fields, "model": request.model}, for_digest)
    return found


def _stable(value: Any, for_digest: bool) -> Any:
    if isinstance(value, list):
        return [_stable(item, for_digest) for item in value]
    if isinstance(value, dict):
        return {
            name: _stable(item, for_digest)
            for name, item in value.items()
            if not (for_digest and is_credential(name, item))  # as signatures of URLs
        }
    if isinstance(value, str) and is_data_url(value):
        kind = value[5:].partition(",")[0].partition(";")[0]
        return f"{kind} sha256:{hashlib.sha256(value.encode()).hexdigest()}"
    if isinstance(value, str) and _URL.match(value):
        return _plain_url(value, keeps_queries=for_digest)
    return value


def _plain_url(url: str, *, keeps_queries: bool) -> str:
    """Return a URL without credentials and signature; its other parameters only for a digest."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return "an invalid URL"
    kept = [f"{k}={v}" for k, v in pairs if keeps_queries and not _SIGNING.fullmatch(k)]
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "&".join(kept), ""))
