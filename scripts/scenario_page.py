"""The page of the scenarios, from their names, fields and forms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from rushes.testing.forms import FORMS
from rushes.testing.moderation import MODERATED, OTHERS
from rushes.testing.names import NAMES
from rushes.testing.scenario import (
    ContentEffect,
    JobEffect,
    Match,
    PollEffect,
    Response,
    WebhookEffect,
)

TEXT = Path(__file__).with_suffix(".md")
TITLES = {
    "response": "The response to the request",
    "job": "The job",
    "poll": "Polls of the job",
    "content": "Downloads",
    "webhook": "Webhooks",
}
EFFECTS: Mapping[str, type[BaseModel]] = {
    "response": Response,
    "job": JobEffect,
    "poll": PollEffect,
    "content": ContentEffect,
    "webhook": WebhookEffect,
    "match": Match,
}


def scenario_page() -> str:
    """Return the page."""
    parts = {
        "names": _names(),
        "effects": _effects(),
        "forms": _forms(),
        "moderation": _moderation(),
    }
    text = TEXT.read_text("utf-8")
    for name, lines in parts.items():
        text = text.replace(f"<!-- {name} -->\n", "\n".join(lines) + "\n")
    return text


def _names() -> Iterator[str]:
    for number, (phase, title) in enumerate(TITLES.items()):
        if number:
            yield ""
        yield from (f"### {title}", "", "| name | value | effect |", "|---|---|---|")
        for name, named in NAMES.items():
            if phase in named.effects:
                default = named.effects[phase].get(named.takes.partition(".")[2])
                value = named.unit if default is None else f"{named.unit}, `{json.dumps(default)}`"
                yield f"| `{name}` | {value} | {named.meaning} |"


def _effects() -> Iterator[str]:
    for number, (phase, model) in enumerate(EFFECTS.items()):
        if number:
            yield ""
        schema = model.model_json_schema()
        paragraphs = schema["description"].split("\n\n")
        described = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
        yield from (f"### `{phase}`", "", described, "")
        yield from ("| field | values | default |", "|---|---|---|")
        for name, field in schema["properties"].items():
            default = field.get("default")
            shown = "" if default is None else f"`{json.dumps(default)}`"
            yield f"| `{name}` | {_values(field)} | {shown} |"


def _forms() -> Iterator[str]:
    yield from ("| form | status | message |", "|---|---|---|")
    for name, form in FORMS.items():
        message = "JSON of the request parser" if form.zod else form.message
        yield f"| `{name}` | {form.status} | {message} |"


def _moderation() -> Iterator[str]:
    yield from ("| models | error |", "|---|---|")
    for start, words in MODERATED.items():
        yield f"| `{start}*` | {words} |"
    yield f"| others | {OTHERS} |"


def _values(field: Mapping[str, Any]) -> str:
    kinds = field.get("anyOf", [field])
    return " or ".join(map(_kind, kinds))


def _kind(kind: Mapping[str, Any]) -> str:
    if "enum" in kind:
        return ", ".join(f"`{value}`" for value in kind["enum"])
    names = {
        "array": "pairs of numbers from 0 to 1",
        "boolean": "`true`, `false`",
        "null": "`null`",
        "object": "a JSON object",
        "string": "text",
    }
    text = names.get(kind["type"], kind["type"])
    if "minimum" in kind:
        most = kind.get("maximum", f"below {kind.get('exclusiveMaximum')}")
        text += f" from {kind['minimum']} to {most}"
    return text
