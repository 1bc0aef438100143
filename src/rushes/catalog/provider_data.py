"""What each provider is and can do, as data: one TOML file a provider, in `endpoints`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, ValidationError

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.catalog.endpoint import Endpoint
from rushes.settings import SettingError, Settings

_PAID_CHOICES = "'fail', 'lookup' or 'idempotent'"


class ProviderData(BaseModel):
    """One provider. `aliases` are further slugs that requests may give its options under.

    `variables` are the vendor's own environment variables of its key, in order; `settings` what
    else it must be configured with, with defaults ("" for none). `options` are the names that
    `provider.options.<slug>` may have. `proven_by` names the client that proved it, `unproven` what
    no client of the vendor covers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    base_url: str
    aliases: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    key_optional: bool = False
    settings: Mapping[str, str] = {}
    options: frozenset[str] = frozenset()
    capabilities: ProviderCapabilities
    proven_by: str = ""
    unproven: str = ""
    endpoints: tuple[Endpoint, ...] = ()


@cache
def load_providers() -> Mapping[str, ProviderData]:
    """Return all providers by slug."""
    folder = resources.files("rushes.catalog").joinpath("endpoints")
    texts = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
    return {
        name.removesuffix(".toml"): ProviderData.model_validate(tomllib.loads(text))
        for name, text in sorted(texts.items())
        if name.endswith(".toml")
    }


def upstream_capabilities(settings: Settings) -> ProviderCapabilities:
    """Return OpenRouter's capabilities with the changes of `settings`; raises SettingError."""
    known = load_providers()["openrouter"].capabilities
    values = {**known.model_dump(), **settings.upstream_capabilities}
    try:
        capabilities = known.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name, problem = str(first["loc"][0]), first["msg"]
        if first["type"] == "extra_forbidden":
            problem = f"is unknown; known: {', '.join(ProviderCapabilities.model_fields)}"
        elif name == "on_lost_response":
            problem = f"must be {_PAID_CHOICES}"
        raise SettingError("upstream_capabilities", f"{name[:40]}: {problem}") from None
    if capabilities.on_lost_response == "resubmit":
        problem = "'resubmit' would pay again for each lost response"
        raise SettingError(
            "upstream_capabilities", f"on_lost_response: {problem}; must be {_PAID_CHOICES}"
        )
    return capabilities


def check_resubmit_unknown(settings: Settings) -> None:
    """Raise SettingError if the setting names an unknown provider, which would have no effect."""
    known = sorted(load_providers())
    for name in sorted(settings.resubmit_unknown.difference(known)):
        problem = f"{name[:40]!r} is not a provider; known: {', '.join(known)}"
        raise SettingError("resubmit_unknown", problem)
