"""Endpoints of models that an operator maps to the names that a host of many models has for them.

The text of a mapping has one or more names, separated by spaces: the endpoints of the model, the
preferred one first. A name may have a query: `inputs` says what that endpoint takes (a comma list;
by default all that the provider can hand over), and the rest is its `params`: names of fields that
differ from the provider's usual ones, empty for a field that the model lacks, and the form of a
duration as text (`duration_text={}s`), empty for a number. For example
`owner/app/text-to-video?inputs=text owner/app/image-to-video?inputs=first_frame&seed=`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import parse_qsl

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.model import load_catalog
from rushes.catalog.provider_data import ProviderData
from rushes.catalog.refusal import UnknownModelError
from rushes.settings import SettingError

FIELDS = {
    *("prompt", "first_frame", "last_frame"),
    *("image_references", "video_references", "audio_references"),
    *("duration", "duration_text", "resolution", "aspect_ratio", "generate_audio", "seed"),
}


def endpoints_of(
    data: ProviderData, models: Mapping[str, str], setting: str = "models"
) -> tuple[Endpoint, ...]:
    """Return the endpoints of a provider; a model that is mapped has those of its mapping alone.

    These have no price list, since nothing is known of the provider's prices. Raises SettingError,
    in the name of `setting`.
    """
    if models and not data.mapped_inputs:
        raise SettingError(setting, f"{data.name} takes no names of models")
    mapped = [row for model, text in models.items() for row in _of(data, model, text, setting)]
    known = {endpoint.model for endpoint in mapped}
    return (*mapped, *(row for row in data.endpoints if row.model not in known))


def _of(data: ProviderData, model: str, text: str, setting: str) -> Iterator[Endpoint]:
    try:
        id_ = load_catalog().get(model).id
    except UnknownModelError as error:
        raise SettingError(setting, error.message.removeprefix("model: ")) from None
    entries = text.split()
    if not all(entry.partition("?")[0].strip("/") for entry in entries or [""]):
        raise SettingError(setting, f"{id_} is mapped to no name")
    for entry in entries:
        name, _, query = entry.partition("?")
        params = dict(parse_qsl(query, keep_blank_values=True))
        inputs = frozenset(filter(None, params.pop("inputs", "").split(",")))
        _check(f"{id_}: inputs", inputs, data.mapped_inputs, setting)
        _check(id_, params, FIELDS, setting)
        yield Endpoint.model_validate(
            {
                "model": id_,
                "upstream_model": name.strip("/"),
                "inputs": inputs or data.mapped_inputs,
                "params": params,
                # What a model cannot be told is refused, where not telling it makes a difference.
                "audio": "always" if params.get("generate_audio") == "" else "optional",
                "seed": params.get("seed") != "",
            }
        )


def _check(where: str, given: Iterable[str], allowed: Collection[str], setting: str) -> None:
    for name in given:
        if name not in allowed:
            choices = ", ".join(sorted(allowed))
            problem = f"{where}: {name[:40]!r} is not allowed; allowed: {choices}"
            raise SettingError(setting, problem)
