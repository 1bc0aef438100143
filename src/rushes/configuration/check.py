"""Everything that is wrong with a configuration, found without starting anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Any, Literal

from rushes.catalog.model import emulation_seconds
from rushes.catalog.own_models import catalog_of
from rushes.config_file import ConfigError, read_config
from rushes.configuration.problem import EXPECTED, problem_texts
from rushes.configuration.variables import secret_variables, warnings
from rushes.hosts import LOOPBACK
from rushes.keys.verification import check_keys
from rushes.providers.account import Egress
from rushes.providers.accounts import unused_keys
from rushes.providers.configured import configured
from rushes.runtime import ENGINE_PACKAGES, check_recording
from rushes.secret_files import secret_source
from rushes.settings import SettingError, Settings
from rushes.settings_sources import KEY_SUFFIX, file_values, secret_fields, unknown_names
from rushes.storage.locate import BUCKETS

Check = Callable[[Settings], Any]


@dataclass(frozen=True)
class Problem:
    """One sentence. An `error` keeps a service from starting, a `warning` does not."""

    level: Literal["error", "warning"]
    text: str


class KnownSettings(Settings):
    """Settings that leave out what is no setting, so that the rest can be checked."""

    @classmethod
    def values_of_file(cls) -> dict[str, Any]:
        """Return what `rushes.toml` sets of what is known; raises ConfigError."""
        config, fields = read_config(), Settings.model_fields
        allowed = {*fields, *(f"{name}{KEY_SUFFIX}" for name in secret_fields(fields))}
        known = {name: value for name, value in config.values.items() if name in allowed}
        return file_values(replace(config, values=known), fields)


def problems(more: Iterable[Check] = (), **options: Any) -> list[Problem]:
    """Return what is wrong with the file and the environment; `options` win over both.

    `more` are checks that raise what is wrong.
    """
    found = list(_errors(more, options))
    return [Problem("error", text) for text in dict.fromkeys(found)] + [
        Problem("warning", text) for text in _warnings(options)
    ]


def _errors(more: Iterable[Check], options: dict[str, Any]) -> Iterator[str]:
    try:
        yield from unknown_names(read_config(), Settings.model_fields)
        settings = KnownSettings(**options)
    except EXPECTED as error:
        yield from problem_texts(error)
        return
    for name in sorted(secret_variables()):  # also of providers that are not used
        try:
            secret_source(name)
        except ConfigError as error:
            yield str(error)
    checks: list[Check] = [
        lambda s: check_keys(s.api_keys),
        check_recording,
        lambda s: configured(s, Egress()),
        lambda s: emulation_seconds(s, catalog_of(s)),
        _check_extras,
        *more,
    ]
    for check in checks:
        try:
            check(settings)
        except EXPECTED as error:
            yield from problem_texts(error)


def _check_extras(settings: Settings) -> None:
    """Raise SettingError for what the installed packages cannot do."""
    scheme, is_url, _ = (settings.outputs_url or "").partition("://")
    if settings.database_url is not None and find_spec("psycopg") is None:
        raise SettingError("database_url", "needs an extra: pip install 'rushes[server,postgres]'")
    if is_url and scheme not in BUCKETS:
        known = ", ".join(f"{bucket}://" for bucket in BUCKETS)
        raise SettingError("outputs_url", f"must be a folder, or begin with one of {known}")
    if is_url and find_spec("obstore") is None:
        raise SettingError("outputs_url", "needs an extra: pip install 'rushes[server,bucket]'")
    missing = [name for name in ENGINE_PACKAGES if find_spec(name) is None]
    if missing and not settings.providers and settings.replay is None:
        raise SettingError(
            "providers",
            f"names none, and the offline engine is not installed ({', '.join(missing)});"
            " pip install 'rushes[server]'",
        )


def _excessive_limits(settings: Settings) -> Iterator[str]:
    """Yield a sentence for each limit of one that exceeds that of all."""
    for name, most in (
        ("max_open_jobs_per_key", "max_open_jobs"),
        ("max_streams_per_key", "max_streams"),
        ("webhook_deliveries_per_key", "webhook_deliveries"),
        ("webhook_deliveries_per_host", "webhook_deliveries"),
    ):
        one, everything = getattr(settings, name), getattr(settings, most)
        if one is not None and one > everything and name in settings.model_fields_set:
            yield f"{name}: {one} has no effect, since {most} allows {everything}"


def _warnings(options: dict[str, Any]) -> Iterator[str]:
    yield from warnings()
    try:
        settings = KnownSettings(**options)
        unused = unused_keys(settings)
    except EXPECTED:  # among the errors
        return
    for name, slug in unused:
        yield f"{name} is set but not used; add {slug} to `providers` (RUSHES_PROVIDERS) to use it"
    yield from _excessive_limits(settings)
    if settings.host not in LOOPBACK and not settings.api_keys:
        yield (
            f"host: {settings.host} can be reached from other machines; the service starts only"
            " with stored API keys (`rushes keys create`) or api_keys"
        )
    if settings.replay is not None and settings.providers:
        yield "replay: all requests are answered from recordings; `providers` has no effect"
    if settings.database_url is None:
        return
    if settings.url_secret is None:
        yield (
            "url_secret: is missing; hosts that share a database need the same one, or links to"
            " videos need the API key"
        )
    if settings.outputs_url is None:
        yield (
            "outputs_url: is missing; hosts that share a database need a bucket, or a shared folder"
            " as data_dir"
        )
