"""A commented `rushes.toml` with every setting."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from rushes.settings import RELOADABLE, Settings
from rushes.settings_sources import KEY_SUFFIX, is_secret

WIDTH = 96
HEAD = """\
# The settings of Rushes. A line that begins with # has no effect: those below show the defaults,
# or an example where there is none. Variables (RUSHES_<NAME>) and options win over this file.
#
#   rushes config check    says what is wrong with it
#   rushes config show     prints the effective values
#
# Settings marked (reload) are put in place by SIGHUP or `systemctl reload`; the others need a
# restart. Secrets are better kept in files of their own, which the `_file` keys name.
"""
PROVIDER = """\
# Settings of single providers. A provider is used only if `providers` names it. (reload)
# [provider.fal]
# api_key_file = "/etc/rushes/fal_api_key"
"""
# Of settings without a default.
EXAMPLES: dict[str, Any] = {
    "public_url": "https://videos.example.com",
    "database_url": "/etc/rushes/database_url",
    "outputs_url": "s3://bucket/prefix",
    "url_secret": "/etc/rushes/url_secret",
    "webhook_secret": "/etc/rushes/webhook_secret",
    "keep_outputs": 2_592_000.0,
    "keep_records": 31_536_000.0,
    "record": "recordings",
    "replay": "recordings",
}
_LAST = ("models",)  # tables, which end the settings before them
_LEFT_OUT = ("provider",)


def template() -> str:
    """Return the text of a file that sets nothing yet."""
    fields = Settings.model_fields
    names = [name for name in fields if name not in (*_LAST, *_LEFT_OUT)]
    parts = [HEAD, *(_setting(name, fields[name]) for name in names), PROVIDER, _models()]
    return "\n".join(parts)


def _setting(name: str, field: FieldInfo) -> str:
    key = f"{name}{KEY_SUFFIX}" if is_secret(field.annotation) else name
    mark = " (reload)" if name in RELOADABLE else ""
    lines = textwrap.wrap(f"{field.description}{mark}", WIDTH)
    return "".join(f"# {line}\n" for line in [*lines, f"{key} = {_toml(_value(name, field))}"])


def _models() -> str:
    description = textwrap.wrap(f"{Settings.model_fields['models'].description} (reload)", WIDTH)
    example = ['[models."my-team/wan-2.2"]', "durations = [3, 5]", 'resolutions = ["720p"]']
    return "".join(f"# {line}\n" for line in [*description, *example])


def _value(name: str, field: FieldInfo) -> Any:
    if is_secret(field.annotation):
        return EXAMPLES.get(name, f"/etc/rushes/{name}")
    value = field.get_default(call_default_factory=True)
    if value is not None and value is not PydanticUndefined:
        return value
    if name in EXAMPLES:
        return EXAMPLES[name]
    types = [each for each in _types(field.annotation) if isinstance(each, type)]
    if bool in types:
        return True
    if any(issubclass(each, int | float | Decimal) for each in types):
        return 100
    choices = [each for each in _types(field.annotation) if isinstance(each, str)]  # of a Literal
    return choices[0] if choices else "example"


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _types(part)


def _toml(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, frozenset | tuple | list):
        items = sorted(value) if isinstance(value, frozenset) else value
        return f"[{', '.join(map(_toml, items))}]"
    if isinstance(value, dict):
        pairs = ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    return json.dumps(str(value), ensure_ascii=False)
