"""The accounts that settings switch on: a key that merely lies in the environment is not used."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, SecretStr, ValidationError

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.catalog.endpoint import ANY
from rushes.catalog.model import Catalog
from rushes.catalog.own_models import catalog_of
from rushes.catalog.provider_data import ENGINE, ProviderData, load_providers
from rushes.catalog.refusal import UnknownModelError
from rushes.config_file import repeatable
from rushes.providers.account import Account, Egress, own_variable, unusable
from rushes.secret_files import secret_variable
from rushes.settings import BaseURL, SettingError, Settings, problem_of
from rushes.settings_sources import PROVIDER_SECRETS
from rushes.wire.environment import trimmed, variable

REPLACED = {
    "RUSHES_UPSTREAM_API_KEY": "RUSHES_PROVIDERS=openrouter and RUSHES_OPENROUTER_API_KEY",
    "RUSHES_UPSTREAM_URL": "RUSHES_PROVIDERS=openrouter and RUSHES_OPENROUTER_BASE_URL",
    "RUSHES_UPSTREAM_CAPABILITIES": "RUSHES_PROVIDERS=openrouter and"
    " RUSHES_OPENROUTER_CAPABILITIES",
}
_OBJECTS = {
    "api_keys": 'an object of names and keys, such as {"main": "…"}',
    "models": "an object of the catalog's models and the provider's names",
    "capabilities": "an object",
    "instances": "a list of URLs",
}
LONGEST_LABEL = 20  # characters
_EXCLUSIVE = ({"api_key", "api_keys"}, {"base_url", "instances"})  # of each, one is given
_KEY = re.compile(r"[ -~]+").fullmatch  # what a header may have
_PAID_CHOICES = "'fail', 'lookup' or 'idempotent'"


def _label_of_key(label: str) -> str:
    if re.fullmatch(rf"[A-Za-z0-9][A-Za-z0-9_.-]{{0,{LONGEST_LABEL - 1}}}", label) is None:
        raise ValueError(f"a name of a key has 1 to {LONGEST_LABEL} letters, digits, '_', '.', '-'")
    return label


def _key(secret: SecretStr) -> SecretStr:
    text = trimmed(secret.get_secret_value())
    if not text:
        raise ValueError("is empty")
    # A service account of Google is JSON, or a path.
    if not _KEY(text) and not text.startswith("{") and not text.endswith(".json"):
        raise ValueError("contains a character that no key has, such as a line end")
    return SecretStr(text)


Key = Annotated[SecretStr, AfterValidator(_key)]
Label = Annotated[str, AfterValidator(_label_of_key)]


class ProviderSettings(BaseModel):
    """What can be set of one provider, beside the settings that its data declares.

    `api_keys` are several credentials by a name for each; `instances` several base URLs. `models`
    maps models of the catalog to the provider's names, where it serves any. `use_retired` tries
    models whose last day at the provider is over.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    api_key: Key | None = None
    api_keys: dict[Label, Key] = {}
    base_url: BaseURL | None = None
    instances: tuple[BaseURL, ...] = ()
    models: dict[str, str] = {}
    capabilities: dict[str, Any] = {}
    use_retired: bool = False


def accounts_of(
    settings: Settings, egress: Egress | None = None, catalog: Catalog | None = None
) -> list[Account]:
    """Return the accounts of all providers that are switched on, in order of preference.

    Raises SettingError for an unknown provider, a missing credential and other unusable settings.
    """
    _check_replaced()
    slugs = [_slug(name, "providers") for name in settings.providers]
    given: dict[str, Mapping[str, Any]] = {}
    for name, values in settings.provider.items():
        slug = _slug(name, f"provider.{repeatable(name)}")
        if slug in given:
            problem = f"{slug} has another table, under another of its names"
            raise SettingError(f"provider.{name}", problem, "RUSHES_PROVIDER")
        given[slug] = values.get_secret_value()
        _validated(slug, given[slug], load_providers()[slug])  # also of one that is not used
    found: list[Account] = []
    for slug in dict.fromkeys(slugs):
        found += _accounts(slug, given.get(slug, {}), egress or Egress())
    catalog = catalog or catalog_of(settings)
    for account in found:
        _check_models(account, catalog)
    return [replace(account, catalog=catalog) for account in found]


def _check_models(account: Account, catalog: Catalog) -> None:
    for name in account.models:
        try:
            catalog.get(name)
        except UnknownModelError as error:
            raise unusable(account.slug, "models", error.message.removeprefix("model: ")) from None


def unused_keys(settings: Settings) -> list[tuple[str, str]]:
    """Return variables with a key of a provider that is not switched on, and the provider."""
    enabled = {_slug(name, "providers") for name in settings.providers}
    return [
        (name, slug)
        for slug, data in load_providers().items()
        if slug not in enabled
        for name in (own_variable(slug, "api_key"), *data.variables)
        if variable(name)
    ]


def resubmitting(settings: Settings, accounts: Sequence[Account]) -> frozenset[str]:
    """Return the accounts of the providers that are sent to again when a response was lost.

    Raises SettingError if the setting names an unknown provider, which would have no effect.
    """
    slugs = {_slug(name, "resubmit_unknown") for name in settings.resubmit_unknown}
    return frozenset(account.id for account in accounts if account.slug in slugs)


def _slug(name: str, setting: str) -> str:
    """Return the provider that a name or alias means."""
    providers = load_providers()
    aliases: dict[str, str] = {}
    for known, data in providers.items():
        for alias in data.aliases:
            aliases.setdefault(alias, known)
    slug = name if name in providers else aliases.get(name, name)
    if slug == ENGINE and setting != "resubmit_unknown":
        problem = f'{ENGINE!r} is the offline engine; set emulate = "missing" for it'
        raise SettingError(setting, problem)
    if slug in providers:
        return slug
    names = [slug for slug in providers if slug != ENGINE]
    near = get_close_matches(name, [*names, *aliases], 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    shown = repr(name) if repeatable(name) == name else "a text that may be a key"
    raise SettingError(setting, f"{shown} is not a provider; allowed: {', '.join(names)}{hint}")


def _accounts(slug: str, values: Mapping[str, Any], egress: Egress) -> Iterator[Account]:
    data = load_providers()[slug]
    given = _validated(slug, _with(values, _of_environment(slug, data)), data)
    account = Account(
        slug,
        data,
        given.base_url or data.base_url,
        settings=_extra_settings(slug, given, data),
        models=given.models,
        capabilities=_capabilities(slug, given.capabilities, data),
        egress=egress,
        uses_retired=given.use_retired,
    )
    urls = dict.fromkeys(given.instances) or {account.base_url: None}
    if not all(urls):
        raise unusable(slug, "base_url", "is missing")
    keys, names = _keys(slug, given, data), set[str]()
    for url in urls:
        parts = urlsplit(url)
        host = parts.netloc + parts.path if given.instances else ""
        for label, key in keys.items():
            name = _label(".".join(part for part in (host, label) if part))
            if name in names:  # jobs would not know which of them they are at
                raise unusable(slug, "instances", f"two would both be called {name}")
            names.add(name)
            yield replace(account, base_url=url, key=key, label=name)


def _with(values: Mapping[str, Any], ours: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the settings of the file, except for those that variables are instead of."""
    replaced = {name for names in _EXCLUSIVE if names & ours.keys() for name in names}
    return {name: value for name, value in values.items() if name not in replaced} | dict(ours)


def _label(name: str) -> str:
    """Return a label of bounded length: PostgreSQL's channels, named after accounts, are short."""
    if len(name) <= LONGEST_LABEL:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: LONGEST_LABEL - 9]}~{digest}"


def _of_environment(slug: str, data: ProviderData) -> Mapping[str, Any]:
    """Return the settings of a provider that have variables of our own."""
    found: dict[str, Any] = {}
    for field in (*ProviderSettings.model_fields, *data.settings):
        name = own_variable(slug, field)
        text = secret_variable(name) if field in PROVIDER_SECRETS else variable(name)
        if text is None:
            continue
        found[field] = text
        if field in _OBJECTS:
            try:
                found[field] = json.loads(text)
            except ValueError:
                raise unusable(slug, field, f"must be JSON, {_OBJECTS[field]}") from None
    return found


def _validated(slug: str, values: Mapping[str, Any], data: ProviderData) -> ProviderSettings:
    known = {*ProviderSettings.model_fields, *data.settings}
    if unknown := [name for name in values if name not in known]:
        name = repeatable(unknown[0], known)
        raise unusable(slug, name, f"is unknown; allowed: {', '.join(sorted(known))}")
    for names in map(sorted, _EXCLUSIVE):
        if all(values.get(name) for name in names):
            raise unusable(slug, names[0], f"is given beside {names[1]}; remove one of them")
    try:
        given = ProviderSettings.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        path = ".".join(repeatable(str(part)) for part in first["loc"] if part != "[key]")
        raise unusable(slug, path, problem_of(first)) from None
    _check_values(slug, given, data)
    return given


def _check_values(slug: str, given: ProviderSettings, data: ProviderData) -> None:
    for name, value in (given.model_extra or {}).items():
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise unusable(slug, name, "must be text or a number")
    secrets = [key.get_secret_value() for key in given.api_keys.values()]
    if len(set(secrets)) < len(secrets):
        raise unusable(slug, "api_keys", "has one key under two names; it would get both's share")
    rows = data.endpoints
    if given.models and not any(ANY in {row.model, row.upstream_model} for row in rows):
        raise unusable(slug, "models", "is not possible: this provider has models of its own only")
    for model, name in given.models.items():
        if not name.strip():
            raise unusable(slug, "models", f"maps {model[:40]} to no name")


def _keys(slug: str, given: ProviderSettings, data: ProviderData) -> Mapping[str, SecretStr | None]:
    """Return the credentials by their labels; the only one has none."""
    if given.api_keys:
        return given.api_keys
    if given.api_key is not None:
        return {"": given.api_key}
    found = next((value for name in data.variables if (value := variable(name))), None)
    if found is None and not data.key_optional:
        names = " or ".join((own_variable(slug, "api_key"), *data.variables))
        raise unusable(slug, "api_key", f"is missing; set {names}, or api_key in [provider.{slug}]")
    if found is None:
        return {"": None}
    try:
        return {"": _key(SecretStr(found))}
    except ValueError as error:
        raise unusable(slug, "api_key", str(error)) from None


def _extra_settings(slug: str, given: ProviderSettings, data: ProviderData) -> Mapping[str, str]:
    extra = given.model_extra or {}
    found = {name: str(extra.get(name, default)) for name, default in data.settings.items()}
    if missing := [name for name in data.needs if not found[name]]:
        raise unusable(slug, missing[0], "is missing")
    return found


def _capabilities(
    slug: str, changes: Mapping[str, Any], data: ProviderData
) -> ProviderCapabilities:
    """Return a provider's capabilities with the changes of its settings."""
    known = data.capabilities
    try:
        capabilities = known.model_validate({**known.model_dump(), **changes})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field, problem = repeatable(str(first["loc"][0])), problem_of(first)
        if first["type"] == "extra_forbidden":
            problem = f"is unknown; allowed: {', '.join(ProviderCapabilities.model_fields)}"
        elif field == "on_lost_response":
            problem = f"must be {_PAID_CHOICES}"
        raise unusable(slug, f"capabilities.{field}", problem) from None
    if capabilities.on_lost_response == "resubmit" != known.on_lost_response:
        problem = f"'resubmit' would pay again for each lost response; must be {_PAID_CHOICES}"
        raise unusable(slug, "capabilities.on_lost_response", problem)
    return capabilities


def _check_replaced() -> None:
    for name, better in REPLACED.items():
        if name in os.environ:
            field = name.removeprefix("RUSHES_").lower()
            raise SettingError(field, f"has been replaced; set {better}", name)
