"""What is secret in JSON and in texts: by the names of fields, and by its form."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import unquote

from rushes.wire.data_url import is_data_url

# Parameters of signed URLs, which differ whenever the same file is linked.
_SIGNING = re.compile(
    r"(x-)?(amz|goog|oss|cos)-.*|signature|sig|expires?|key-pair-id|policy|googleaccessid"
    r"|awsaccesskeyid|ossaccesskeyid|s[eprtv]|spr|sip|sk[tsv]|skoid|sktid|ske|.*token.*",
    re.IGNORECASE,
)
# Each begins where no such run of characters has begun yet, so that long texts take linear time.
_URL = re.compile(r"(?<![a-z0-9+.-])[a-z0-9+.-]+://[^\s\"'<>\\]+", re.IGNORECASE)
_USER = re.compile(  # a password may have slashes; a port may not
    r"(?<=://)(?:[^/?#\s\"'<>\\…]{1,400}|[^/?#\s:@\[…]{0,200}:(?!\d+/)[^?#\s\"'<>\\…]{1,200})@"
)
_NAME = re.compile(r"(?:%3f|%26|%23|(?<![\w.~%-]))(?P<name>[\w.~-]+)(?:=|%3d)", re.IGNORECASE)
_VALUE = re.compile(r"(?:(?!(?:[?;]|%3f|%26|%23)[\w.~-]+(?:=|%3d))[^&#\s\"'<>\\…])+", re.IGNORECASE)
_CREDENTIAL = re.compile(
    r"\b(?:sk|pk|rk|whsec|hf|gh[opsu]|github_pat|glpat|xox[a-z]|xai|gsk|r8|key|api)"
    r"[-_][A-Za-z0-9_\-]{12,}"
    r"|\bAKIA[A-Z0-9]{16}\b|\bAIza[\w-]{30,}"
    r"|(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*"  # a JSON Web Token
    r"|(?<=(?i:bearer) )[^\s\"']+"
    r"|(?<=(?i:basic) )(?=\S+[A-Z0-9+/=])[A-Za-z0-9+/_-]{6,}={0,2}"  # no English word
    r"|(?<=hooks\.slack\.com/)[^\s\"'<>\\?#]+|(?<=/api/webhooks/)[^\s\"'<>\\?#]+"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)",
    re.DOTALL,
)
# Names of fields, in words of lower case.
_CREDENTIAL_NAME = re.compile(
    r"pin|pin_?code|login|(.*_)?([a-z]*(secret|password|passphrase|passwd|credential)s?|passcode|pwd"
    r"|auth|authorization|bearer|jwt|cookies?|key|token"
    r"|(db|ftp|proxy|smtp|user)_?pass|pat|t?otp|hmac|signature|sas|sas_?url|dsn"
    r"|connection_?string|[a-z]*access_?key_?id|service_?account(_json)?"
    r"|(access|account|x?api|auth|bearer|client|private|refresh|secret|security|service|session"
    r"|signing|subscription)_?(key|token)s?)"
)
_INNOCENT_NAME = re.compile(
    r"(.*_)?((max|min|num|start|stop|end|pad|page|alpha|chroma|colou?r|luma|musical"
    r"|cache|foreign|idempotency|object|primary|public|sort)_?(key|token)"
    r"|(time|key|style)_signature)"
)
# Names of credentials if their values are texts, and of counts and settings otherwise.
_PERHAPS_NAMES = frozenset({"keys", "tokens", "pass"})
_WORD_BOUNDARY = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
LEAST_SECRET = 8  # characters; hiding a shorter one would change other words of a text
REDACTED = "[redacted]"

_Span = tuple[int, int]


def is_credential(name: str, value: Any) -> bool:
    """Return whether a field's name says that its value is a credential."""
    words = "_".join(_WORD_BOUNDARY.split(name)).strip("_").lower()
    if words in _PERHAPS_NAMES:
        return _has_text(value)
    is_named = _CREDENTIAL_NAME.fullmatch(words) and not _INNOCENT_NAME.fullmatch(words)
    return bool(is_named) and not isinstance(value, bool)


def _has_text(value: Any) -> bool:
    """Return whether a value is, or directly has, a text that is no number; None may be any."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return any(isinstance(item, str) and _has_text(item) for item in value)
    return value is None or (isinstance(value, str) and not value.isdigit())


def is_signing(name: str) -> bool:
    """Return whether a parameter of a URL belongs to its signature."""
    return bool(_SIGNING.fullmatch(name))


def without_signatures(text: str) -> str:
    """Return a text with URLs that have neither signatures nor users and passwords."""
    return _without(text, _signatures(text))


def secrets_in(value: Any, *, hidden: bool = False) -> Iterator[str]:
    """Yield the texts in JSON that are secret, by their fields' names or by their form."""
    if isinstance(value, str) and not is_data_url(value):
        spans = [(0, len(value))] if hidden else _secrets(value)
        for start, end in spans:
            whole = value[start:end]
            for part in (whole, whole.partition(":")[2]):  # a password without its user
                yield from (text for text in (part, unquote(part)) if len(text) >= LEAST_SECRET)
    elif isinstance(value, list):
        for item in value:
            yield from secrets_in(item, hidden=hidden)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from secrets_in(item, hidden=hidden or is_credential(name, item))


def redacted(value: Any, secrets: Collection[str]) -> Any:
    """Return JSON without given secrets, and without what is one by its name or its form."""
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, REDACTED)
        return _without(value, _secrets(value))
    if isinstance(value, list):
        return [redacted(item, secrets) for item in value]
    if isinstance(value, dict):
        return {
            redacted(k, secrets): REDACTED if is_credential(k, v) else redacted(v, secrets)
            for k, v in value.items()
        }
    return value


def _without(text: str, spans: Collection[_Span]) -> str:
    parts, end = list[str](), 0
    for start, stop in sorted(spans):
        if start >= end:
            parts += [text[end:start], REDACTED]
        end = max(end, stop)
    return "".join([*parts, text[end:]])


def _secrets(text: str) -> list[_Span]:
    """Return where a text has secrets; parts of texts may be found twice."""
    named = _values(text, 0, len(text), signs=False)
    formed = [match.span() for match in _CREDENTIAL.finditer(text)]
    return [*_signatures(text), *named, *formed]


def _signatures(text: str) -> list[_Span]:
    spans = [(match.start(), match.end() - 1) for match in _USER.finditer(text)]
    for url in _URL.finditer(text):
        spans += _values(text, *url.span(), signs=True)
    return spans


def _values(text: str, start: int, stop: int, *, signs: bool) -> Iterator[_Span]:
    """Yield where the values of `name=value` are that sign URLs, or that are credentials."""
    end = start
    for match in _NAME.finditer(text, start, stop):
        name = match["name"]
        if match.start() < end or not (is_signing(name) if signs else is_credential(name, "…")):
            continue
        value = _VALUE.match(text, match.end(), stop)
        if value is not None and (signs or is_credential(name, value[0])):
            end = value.end()
            yield value.span()
