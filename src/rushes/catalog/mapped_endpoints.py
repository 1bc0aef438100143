"""Endpoints of models that an operator maps to the names that a host of many models has for them.

The text of a mapping has one or more names, separated by spaces: the endpoints of the model, the
preferred one first. A name may have a query: `inputs` says what that endpoint takes (a comma list;
by default all that the provider can hand over), and the rest is its `params`: names of fields that
differ from the provider's usual ones, empty for a field that the model lacks, and the form of a
duration as text (`duration_text={}s`), empty for a number. For example
`owner/app/text-to-video?inputs=text owner/app/image-to-video?inputs=first_frame&seed=`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from urllib.parse import parse_qsl

from rushes.catalog.endpoint import ANY, Endpoint
from rushes.catalog.model import Catalog, load_catalog
from rushes.catalog.refusal import UnknownModelError
from rushes.settings import SettingError

FIELDS = {
    *("prompt", "first_frame", "last_frame"),
    *("image_references", "video_references", "audio_references"),
    *("duration", "duration_text", "resolution", "aspect_ratio", "generate_audio", "seed"),
}


def mapped(
    endpoints: Sequence[Endpoint],
    models: Mapping[str, str],
    setting: str = "models",
    catalog: Catalog | None = None,
) -> tuple[Endpoint, ...]:
    """Return endpoints with those of a mapping in place of the row that is about ANY model.

    A model that is mapped has the endpoints of its mapping alone. These have no price list, since
    nothing is known of the provider's prices. Raises SettingError, in the name of `setting`.
    """
    [template] = [row for row in endpoints if row.model == ANY]
    known_models = catalog or load_catalog()
    found = [
        row
        for model, text in models.items()
        for row in _of(template, known_models, model, text, setting)
    ]
    known = {ANY, *(row.model for row in found)}
    return (*found, *(row for row in endpoints if row.model not in known))


def _of(
    template: Endpoint, catalog: Catalog, model: str, text: str, setting: str
) -> Iterator[Endpoint]:
    try:
        id_ = catalog.get(model).id
    except UnknownModelError as error:
        raise SettingError(setting, error.message.removeprefix("model: ")) from None
    entries = text.split()
    if not all(entry.partition("?")[0].strip("/") for entry in entries or [""]):
        raise SettingError(setting, f"{id_} is mapped to no name")
    for entry in entries:
        name, _, query = entry.partition("?")
        params = dict(parse_qsl(query, keep_blank_values=True))
        inputs = frozenset(filter(None, params.pop("inputs", "").split(",")))
        _check(f"{id_}: inputs", inputs, template.inputs, setting)
        _check(id_, params, FIELDS, setting)
        # What a model cannot be told is refused, where not telling it makes a difference.
        has_no_switch = params.get("generate_audio") == ""
        changes = {
            "model": id_,
            "upstream_model": name.strip("/"),
            "inputs": inputs or template.inputs,
            "params": {**template.params, **params},
            "audio": "always" if has_no_switch else template.audio,
            "seed": template.seed and params.get("seed") != "",
        }
        yield template.model_copy(update=changes)


def _check(where: str, given: Iterable[str], allowed: Collection[str], setting: str) -> None:
    for name in given:
        if name not in allowed:
            choices = ", ".join(sorted(allowed))
            problem = f"{where}: {name[:40]!r} is not allowed; allowed: {choices}"
            raise SettingError(setting, problem)
