"""What Runway checks of a request, by `runway_models.json`: the SDK's own types as data.

The file is what `oracles/runway_models.py` prints, so it can be compared with the SDK's.
"""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

MODELS: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_name("runway_models.json").read_text("utf-8")
)
KINDS: dict[str, type | tuple[type, ...]] = {
    "<text>": str,
    "<integer>": int,
    "<number>": (int, float),
    "<boolean>": bool,
    "<list>": list,
    "<object>": dict,
}
SECONDS = {"gen4.5": (2, 10), "gen4_turbo": (2, 10), "gemini_omni_flash": (3, 10)}
PROMPT_UNITS = 1000  # of UTF-16, in the models of Runway itself
OWN = {"gen4.5", "gen4_turbo", "aleph2"}
MAX_DATA = 5_000_000
PLACES = ("promptImage", "promptVideo", "videoUri", "references", "referenceVideos", "keyframes")


def problem(endpoint: str, body: Any) -> str:
    """Return what is wrong with a request, or an empty text."""
    if not isinstance(body, dict):
        return "Validation of body failed: expected an object"
    models = MODELS[endpoint]
    if not isinstance(body.get("model"), str) or body["model"] not in models:
        return f"Validation of body failed: model: must be one of {', '.join(models)}"
    rules = models[body["model"]]
    for name in rules["required"]:
        if name not in body:
            return f"Validation of body failed: {name}: Required"
    for name, value in body.items():
        if found := _field_problem(name, value, rules["fields"]):
            return f"Validation of body failed: {name}: {found}"
    return _range_problem(body) or next(_uri_problems(body), "")


def _field_problem(name: str, value: Any, fields: dict[str, list[Any]]) -> str:
    if name == "model":
        return ""
    if name not in fields:
        return "Unrecognized key"
    for allowed in fields[name]:
        kind = KINDS.get(allowed)
        if kind is None and value == allowed and type(value) is type(allowed):
            return ""
        # A boolean is an integer to Python, but not to JSON.
        if kind and isinstance(value, kind) and isinstance(value, bool) == (kind is bool):
            return ""
    return f"must be one of {', '.join(map(str, fields[name]))}"


def _range_problem(body: dict[str, Any]) -> str:
    low, high = SECONDS.get(body["model"], (1, 15))
    seconds, seed = body.get("duration", low), body.get("seed", 0)
    if isinstance(seconds, int) and not low <= seconds <= high:
        return f"Validation of body failed: duration: must be between {low} and {high}"
    if not 0 <= seed < 2**32:
        return "Validation of body failed: seed: must be between 0 and 4294967295"
    units = len(body.get("promptText", "x").encode("utf-16-le", "surrogatepass")) // 2
    if not units:
        return "Validation of body failed: promptText: must not be empty"
    if body["model"] in OWN and units > PROMPT_UNITS:
        return f"Validation of body failed: promptText: at most {PROMPT_UNITS} UTF-16 code units"
    return ""


def _uri_problems(body: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the media: HTTPS on a name, small data URIs, or uploads."""
    for name in (*PLACES, "referenceAudio"):
        value = body.get(name, [])
        for item in [value] if isinstance(value, str) else value:
            uri = item.get("uri", "") if isinstance(item, dict) else item
            if found := uri_problem(uri):
                yield f"Validation of body failed: {name}: {found}"


def uri_problem(uri: Any) -> str:
    if not isinstance(uri, str):
        return "uri must be a text"
    if uri.startswith("data:"):
        return "the data URI is larger than 5 MB" if len(uri) > MAX_DATA else ""
    if uri.startswith("runway://"):
        return ""
    parts = urlsplit(uri)
    if parts.scheme != "https" or not parts.hostname:
        return "must be an HTTPS URL, a data URI or a Runway upload"
    try:
        ipaddress.ip_address(parts.hostname)
    except ValueError:
        return ""
    return "must be a URL of a domain name, not an IP address"
