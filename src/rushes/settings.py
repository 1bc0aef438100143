"""Settings: of `rushes.toml`, overridden by `RUSHES_…` variables and command-line options."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_cache_path, user_data_path
from pydantic import AfterValidator, AliasChoices, BeforeValidator, Field, Secret, SecretStr
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from rushes.config_file import read_config
from rushes.hosts import parse_network, parse_origin
from rushes.settings_sources import environment_values, file_values
from rushes.wire.body_limit import MAX_BODY_BYTES
from rushes.wire.urls import base_url

MIB = 1024 * 1024
_KINDS = {
    "tuple": "a list",
    "frozenset": "a list",
    "dictionary": "a table (in JSON, an object)",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


# Settings that a reload puts in place; the others need a restart.
RELOADABLE = frozenset(
    {
        *("api_keys", "trusted_proxies", "allowed_origins"),
        *("providers", "provider", "models", "emulate"),
        *("routing", "fallback_after_acceptance", "resubmit_unknown"),
        *("job_timeout", "model_timeouts", "duplicate_window"),
        *("max_open_jobs", "max_open_jobs_per_key", "max_streams", "max_streams_per_key"),
        *("max_body_bytes", "spend_limit", "keep_outputs", "keep_records"),
        *("webhook_secret", "webhook_previous_secret"),
        *("webhook_deliveries", "webhook_deliveries_per_host", "webhook_deliveries_per_key"),
        *("log_level", "metrics_token", "min_free_disk"),
    }
)


def _data_dir() -> Path:
    return user_data_path("rushes", appauthor=False)


def _cache_dir() -> Path:
    return user_cache_path("rushes", appauthor=False)


def _cores() -> int:
    # Not those of the machine: a container may be given a few of many.
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _network(text: str) -> str:
    try:
        return str(parse_network(text))
    except ValueError as error:
        raise ValueError(f"must be addresses or networks such as 10.0.0.0/8; {error}") from None


def _origin(text: str) -> str:
    if parse_origin(text.removesuffix("/")) is None:
        raise ValueError(f"{text!r} is not an origin such as https://app.example.com")
    return text.removesuffix("/")


class SettingError(ValueError):
    """A setting has an unusable value; the message never repeats a secret.

    `name` is its path in `rushes.toml`, `variable` the environment variable of the same.
    """

    def __init__(self, name: str, problem: str, variable: str | None = None) -> None:
        if variable is None:  # of provider.fal.models it is RUSHES_FAL_MODELS
            path = name.removeprefix("provider.").replace(".", "_").replace("-", "_")
            variable = f"RUSHES_{path.upper()}"
        super().__init__(f"{name} ({variable}): {problem}")
        self.name = name
        self.problem = problem


def problem_of(error: Mapping[str, Any]) -> str:
    """Return what pydantic found wrong with a setting, in the words of TOML and JSON."""
    text = str(error["msg"]).removeprefix("Value error, ").replace("Input should be", "must be", 1)
    valid = rf"a valid ({'|'.join(_KINDS)})(, unable to .*)?"
    return re.sub(valid, lambda found: _KINDS[found[1]], text)


def _public_url(text: str) -> str:
    url = base_url(text)
    if "?" in url:
        raise ValueError("contains a query (?…); remove it: paths are appended to this URL")
    return url


def _port(value: Any) -> Any:
    if isinstance(value, str) and value.startswith("tcp://"):
        raise ValueError(
            "is what Kubernetes sets for a Service of this name; set `enableServiceLinks: false`"
            " in the pod, or the variable itself"
        )
    return value


def _names(value: Any) -> Any:
    """Take a list that is written with commas, as in a variable."""
    if not isinstance(value, str):
        return value
    if value.startswith("["):
        try:
            return json.loads(value)
        except ValueError:
            raise ValueError("must be names with commas between, or a JSON list of them") from None
    return [name for part in value.split(",") if (name := part.strip())]


def _spend_limit(value: Any) -> Any:
    """Take amounts of periods, such as "20/day, 300/month"."""
    if not isinstance(value, str):
        return value
    limits: dict[str, str] = {}
    for part in value.split(","):
        amount, slash, period = (text.strip() for text in part.partition("/"))
        if not slash or period in limits or not _AMOUNT.fullmatch(amount.removeprefix("$")):
            raise ValueError(
                f"{part.strip()[:40]!r} is not an amount in USD and a period; write 20/day,"
                ' 300/month, or both: "20/day, 300/month"'
            )
        limits[period] = amount.removeprefix("$")
    return limits


_AMOUNT = re.compile(r"\d{1,9}(\.\d{1,9})?", re.ASCII)
SpendLimit = Annotated[
    dict[Literal["day", "week", "month"], Annotated[Decimal, Field(ge=0)]],
    NoDecode,
    BeforeValidator(_spend_limit),
]
Names = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_names)]
BaseURL = Annotated[str, AfterValidator(base_url)]
PublicURL = Annotated[str, AfterValidator(_public_url)]


class Settings(BaseSettings):
    """The settings of the service; each field is `RUSHES_<FIELD>`, or a key of `rushes.toml`."""

    model_config = SettingsConfigDict(
        env_prefix="RUSHES_", env_ignore_empty=True, extra="ignore", populate_by_name=True
    )

    host: str = Field(
        "127.0.0.1", description="Address to listen on; loopback only unless API keys are set."
    )
    port: Annotated[int, BeforeValidator(_port), Field(ge=0, le=65535)] = Field(
        8787, description="Port to listen on; 0 picks a free one."
    )
    data_dir: Path = Field(default_factory=_data_dir, description="Where jobs and videos are kept.")
    cache_dir: Path = Field(
        default_factory=_cache_dir,
        description="Where compiled kernels and renders are cached; safe to delete.",
    )
    public_url: PublicURL | None = Field(
        None, description="Base URL that clients see in polling and content URLs."
    )
    trusted_proxies: frozenset[Annotated[str, AfterValidator(_network)]] = Field(
        frozenset({"127.0.0.1", "::1"}),
        description="Addresses and networks of proxies whose X-Forwarded-Proto, -Host and -Port, or"
        " Forwarded, are trusted (JSON list).",
    )
    allowed_origins: frozenset[Annotated[str, AfterValidator(_origin)]] = Field(
        frozenset(),
        description="Origins on other machines whose web pages may call the API (JSON list).",
    )
    api_keys: frozenset[SecretStr] = Field(
        frozenset(),
        description="API keys that are accepted (JSON list), beside those that `rushes keys`"
        " stores. Without any key, every one from this machine is.",
    )
    database_url: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("RUSHES_DATABASE_URL", "DATABASE_URL", "database_url"),
        description="postgresql:// URL, needed for several hosts; a SQLite file if omitted.",
    )
    outputs_url: str | None = Field(
        None,
        description="Where videos are kept: s3://, gs:// or az:// bucket and prefix, or a folder.",
    )
    bucket_urls: bool = Field(
        True,
        description="Give clients signed URLs of the bucket. If they cannot reach it, set this to"
        " false: videos then pass through the service.",
    )
    url_secret: SecretStr | None = Field(
        None,
        description="Secret that signs video URLs; generated and kept in the data folder if"
        " omitted. All hosts need the same one.",
    )
    url_lifetime: Annotated[int, Field(ge=60, le=604_800)] = Field(
        86_400, description="How long signed video URLs are valid, in seconds."
    )
    emulate_strict: bool = Field(
        False,
        description="Make unsigned_urls need the API key, as on OpenRouter; otherwise they carry a"
        " signature instead.",
    )
    max_body_bytes: Annotated[int, Field(ge=1024)] = Field(
        MAX_BODY_BYTES,
        description="Largest request body in bytes; a larger one gets a 413. In base64, pictures of"
        " three quarters of it fit. Clients embed at most what fits into the default.",
    )
    max_connections: Annotated[int, Field(ge=8)] | None = Field(
        None,
        description="Most open connections; one more closes one that waits for its client. An"
        " eighth is kept for health checks. If omitted, half as many as files may be open, at most"
        " 10,000.",
    )
    request_timeout: Annotated[float, Field(gt=0)] = Field(
        20.0,
        description="How long a client may take for the headers of a request, and pause within its"
        " body, in seconds.",
    )
    max_open_jobs: Annotated[int, Field(ge=1)] = Field(
        10_000, description="Most jobs that may be open at once; one more gets a 429."
    )
    max_open_jobs_per_key: Annotated[int, Field(ge=1)] | None = Field(
        None,
        description="The same for each API key. If omitted, those in api_keys have equal shares of"
        " max_open_jobs, and a stored one may have as many as it leaves free.",
    )
    max_streams: Annotated[int, Field(ge=1)] = Field(
        1000, description="Most event streams that may be open at once; one more gets a 503."
    )
    max_streams_per_key: Annotated[int, Field(ge=1)] | None = Field(
        None,
        description="The same for each API key, with a 429. If omitted, those in api_keys have"
        " equal shares of max_streams, and a stored one may have as many as it leaves free.",
    )
    job_timeout: Annotated[float, Field(gt=0)] = Field(
        6 * 3600.0, description="Seconds after which an unfinished job expires."
    )
    model_timeouts: dict[str, Annotated[float, Field(gt=0)]] = Field(
        {}, description="job_timeout for single models (JSON object: model to seconds)."
    )
    keep_outputs: Annotated[float, Field(gt=0)] | None = Field(
        None,
        description="How long videos are kept after their job ends, in seconds; forever if"
        " omitted.",
    )
    keep_records: Annotated[float, Field(gt=0)] | None = Field(
        None, description="How long records of ended jobs are kept, in seconds; forever if omitted."
    )
    duplicate_window: Annotated[float, Field(ge=0)] = Field(
        600.0,
        description="How long an identical request is treated as a retry when its response"
        " was lost, in seconds.",
    )
    providers: Names = Field(
        (),
        description="Providers that make the videos, in order of preference (names with commas"
        " between). They charge; without any, the offline engine makes the videos.",
    )
    provider: dict[str, Secret[dict[str, Any]]] = Field(
        {},
        description="Settings of single providers (JSON object; in rushes.toml [provider.NAME]).",
    )
    models: dict[str, dict[str, Any]] = Field(
        {},
        description="Models beside those of the catalog, which a provider of yours makes (JSON"
        ' object of ids; in rushes.toml [models."ID"]).',
    )
    emulate: Literal["missing", "never"] = Field(
        "never",
        description="What becomes of models that no configured provider makes: `missing` emulates"
        " them by the offline engine, `never` refuses them. Without providers all are emulated.",
    )
    record: Path | None = Field(
        None,
        description="Folder in which exchanges with the providers are recorded. A request that is"
        " recorded there is not sent again.",
    )
    replay: Path | None = Field(
        None,
        description="Folder of recordings that answer all requests, without any provider or key.",
    )
    emulation: Literal["instant", "render"] = Field(
        "render",
        description="How the offline engine makes videos: `render` draws what the prompt says in"
        " seconds, `instant` makes a slate of the same size, length and sound in milliseconds.",
    )
    emulation_latency: Literal["none", "realistic"] = Field(
        "none",
        description="When videos of the offline engine are done: `none` once they are made,"
        " `realistic` after a queue and about as long as the emulated model takes.",
    )
    emulation_seconds: dict[str, Annotated[float, Field(gt=0)]] = Field(
        {},
        description="How long single models take with `realistic` latency (JSON object: model to"
        " seconds); the others by their length and size.",
    )
    routing: Literal["order", "cheapest", "fastest", "reliable"] = Field(
        "order",
        description="Which of several providers comes first: as listed, or by price, measured time"
        " or measured success.",
    )
    fallback_after_acceptance: frozenset[Literal["failed", "moderated", "stuck"]] = Field(
        frozenset(),
        description="After which ends of an accepted job another provider may be paid to make it"
        " (JSON list): it failed there, was moderated, or was stopped past its deadline.",
    )
    resubmit_unknown: frozenset[str] = Field(
        frozenset(),
        description="Providers to submit to again when a response was lost, at the risk of paying"
        " twice (JSON list).",
    )
    worker_jobs: Annotated[int, Field(ge=1)] = Field(
        2000,
        description="Most jobs of one provider that a worker process runs at once (PostgreSQL).",
    )
    render_workers: Annotated[int, Field(ge=1)] = Field(
        default_factory=lambda: min(_cores(), 4),
        description="Most worker processes of the offline engine; at most one per core is used.",
    )
    render_threads: Annotated[int, Field(ge=1, le=64)] = Field(
        default_factory=lambda: min(_cores(), 16),
        description="Threads of one worker process; one render gains nothing from more than 16.",
    )
    render_cache_bytes: Annotated[int, Field(ge=0)] = Field(
        1024 * MIB,
        description="Most bytes of finished renders that are kept in cache_dir, so that an"
        " identical request is a copy; 0 keeps none. Those used longest ago are deleted.",
    )
    max_media_bytes: Annotated[int, Field(ge=1024)] = Field(
        30 * MIB, description="Most bytes of input files downloaded for one job."
    )
    fetch_private_urls: bool = Field(
        False, description="Allow https input and callback URLs that resolve to private addresses."
    )
    fetch_through_proxy: bool = Field(
        False,
        description="Send requests to callers' URLs (pictures, webhooks) through HTTPS_PROXY, as"
        " those to providers are.",
    )
    webhook_secret: SecretStr | None = Field(
        None,
        description="Secret that signs webhooks; without one they are not signed. Best `whsec_` and"
        " 24 to 64 random bytes in base64.",
    )
    webhook_previous_secret: SecretStr | None = Field(
        None,
        description="The secret before webhook_secret, while receivers still use it: webhooks are"
        " signed with both.",
    )
    webhook_deliveries: Annotated[int, Field(ge=1)] = Field(
        32, description="Most webhooks that one process delivers at once."
    )
    webhook_deliveries_per_host: Annotated[int, Field(ge=1)] = Field(
        4, description="Most of them to one host, so that a slow receiver delays no other."
    )
    min_free_disk: Annotated[int, Field(ge=0)] = Field(
        512 * MIB,
        description="Bytes that must be free on the disks of data and videos for /ready; 0 does not"
        " look.",
    )
    metrics_token: SecretStr | None = Field(
        None,
        description="Bearer token for /metrics. Where there are API keys, /metrics needs this token"
        " or an admin key.",
    )
    metrics_host: str = Field(
        "127.0.0.1",
        description="Address on which `rushes worker` serves /metrics, /health and /ready; loopback"
        " only unless metrics_token is set.",
    )
    metrics_port: Annotated[int, Field(ge=0, le=65535)] | None = Field(
        None,
        description="Port for them; 0 picks a free one. If omitted, a worker does not listen."
        " `rushes serve` has them on its own port.",
    )
    webhook_deliveries_per_key: Annotated[int, Field(ge=1)] | None = Field(
        None,
        description="Most of them for the jobs of one API key, so that no key delays another. If"
        " omitted, a key may have as many as it leaves free for others.",
    )

    auto_upgrade: bool = Field(
        True,
        description="Bring the database's schema up to date at the start. With false, the service"
        " does not start with an older schema until `rushes db upgrade` has run.",
    )
    spend_limit: SpendLimit = Field(
        {},
        description="Most USD that all jobs together may cost in a UTC day, week or month, such as"
        ' "20/day, 300/month"; one that may cost more gets a 402.',
    )

    log_format: Literal["text", "json"] = Field(
        "text",
        description="How the log is written: lines of text, or one JSON object per line.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The least level of lines that are logged."
    )
    log_client_address: bool = Field(
        False,
        description="Log the address of each client; that of trusted_proxies is replaced by what"
        " their X-Forwarded-For says.",
    )
    trace_providers: bool = Field(
        False,
        description="Send traceparent to providers, so that they can continue a trace.",
    )
    thumbnail: Literal["auto", "kitty", "iterm", "sixel", "none"] = Field(
        "auto",
        description="How `rushes generate` shows a picture of the video on a terminal: by the"
        " protocol that the terminal is known to have, by a named one, or not at all.",
    )

    testing: bool = Field(
        False,
        description="Serve failures on demand, a clock that can be advanced, and /rushes/scenarios;"
        " for tests. `rushes serve --testing` sets it. Refused while providers are configured,"
        " unless they are recorded.",
    )
    testing_seed: Annotated[int, Field(ge=0)] | None = Field(
        None,
        description="With testing: makes job ids, seeds, request ids and scenarios repeatable.",
    )
    test_credits: Annotated[Decimal, Field(ge=0)] | None = Field(
        None,
        description="With testing: USD that emulated jobs may cost until submits get a 402.",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read the environment and `rushes.toml`, both with the secrets of files."""
        fields = settings_cls.model_fields
        if isinstance(env_settings, EnvSettingsSource):
            env_settings.env_vars = environment_values(env_settings.env_vars, fields)
        return init_settings, env_settings, InitSettingsSource(settings_cls, cls.values_of_file())

    @classmethod
    def values_of_file(cls) -> dict[str, Any]:
        """Return what `rushes.toml` sets; raises ConfigError."""
        return file_values(read_config(), cls.model_fields)

    def reloaded(self, read: Settings) -> tuple[Settings, list[str], list[str]]:
        """Return these settings with what may change while running as `read` has it.

        Also the names of those that have changed, and of those that need a restart to.
        """
        changed = [n for n in type(self).model_fields if getattr(self, n) != getattr(read, n)]
        now = [name for name in changed if name in RELOADABLE]
        later = [name for name in changed if name not in RELOADABLE]
        return self.model_copy(update={name: getattr(read, name) for name in now}), now, later

    @property
    def database(self) -> Path:
        return self.data_dir / "rushes.sqlite3"

    @property
    def open_jobs_per_key(self) -> int | None:
        """Return how many jobs of one key may be open; None if that is all that may be."""
        most = self.max_open_jobs_per_key or self._share(self.max_open_jobs)
        return most if most < self.max_open_jobs else None

    @property
    def streams_per_key(self) -> int:
        return self.max_streams_per_key or self._share(self.max_streams)

    def _share(self, most: int) -> int:
        return max(1, most // max(1, len(self.api_keys)))

    @property
    def workers(self) -> int:
        # More processes than cores would only compete for memory and caches.
        return min(self.render_workers, _cores())


def settings_for(data_dir: Path | None) -> Settings:
    return Settings() if data_dir is None else Settings(data_dir=data_dir)
