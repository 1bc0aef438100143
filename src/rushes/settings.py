"""Settings: environment variables that begin with `RUSHES_`, overridden by command-line options."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_cache_path, user_data_path
from pydantic import AliasChoices, Field, HttpUrl, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

MIB = 1024 * 1024
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def _data_dir() -> Path:
    return user_data_path("rushes", appauthor=False)


def _cache_dir() -> Path:
    return user_cache_path("rushes", appauthor=False)


def _cores() -> int:
    count = getattr(os, "process_cpu_count", os.cpu_count)()
    return count or 1


class SettingError(ValueError):
    """Tell that a setting's value is of no use, by the setting's name; no secret is repeated."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name} (RUSHES_{name.upper()}): {problem}")


class Settings(BaseSettings):
    """Everything that can be set about the service; each field is `RUSHES_<FIELD>`."""

    model_config = SettingsConfigDict(
        env_prefix="RUSHES_", env_ignore_empty=True, extra="ignore", populate_by_name=True
    )

    host: str = Field("127.0.0.1", description="Address to listen on; loopback only without keys.")
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        8787, description="Port to listen on; 0 takes a free one."
    )
    data_dir: Path = Field(default_factory=_data_dir, description="Where jobs and videos are kept.")
    cache_dir: Path = Field(
        default_factory=_cache_dir, description="Where compiled kernels are kept; may be deleted."
    )
    public_url: HttpUrl | None = Field(
        None, description="Address that clients see, for polling and content URLs."
    )
    trusted_proxies: frozenset[str] = Field(
        frozenset({"127.0.0.1", "::1"}),
        description="Peers whose X-Forwarded-Proto and X-Forwarded-Host are believed (JSON list).",
    )
    allowed_origins: frozenset[str] = Field(
        frozenset(),
        description="Web origins beyond this machine whose pages may call (JSON list).",
    )
    api_keys: frozenset[SecretStr] = Field(
        frozenset(),
        description="Keys that callers must show (JSON list); none: any key, from this machine.",
    )
    database_url: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("RUSHES_DATABASE_URL", "DATABASE_URL", "database_url"),
        description="postgresql:// address for several hosts; a SQLite file if omitted.",
    )
    outputs_url: str | None = Field(
        None,
        description="Where videos are kept: s3://, gs:// or az:// bucket and prefix, or a folder.",
    )
    url_secret: SecretStr | None = Field(
        None,
        description="Secret that signs links to videos; drawn and kept in the data folder if"
        " omitted. Several hosts need the same.",
    )
    url_lifetime: Annotated[int, Field(ge=60, le=604_800)] = Field(
        86_400, description="Seconds that signed links to videos work."
    )
    max_body_bytes: Annotated[int, Field(ge=1024)] = Field(
        32 * MIB, description="Largest request body; larger ones answer 413."
    )
    max_open_jobs: Annotated[int, Field(ge=1)] = Field(
        10_000, description="Most jobs that may be open at once; more answer 429."
    )
    job_timeout: Annotated[float, Field(gt=0)] = Field(
        6 * 3600.0, description="Seconds until a job that is not made yet expires."
    )
    model_timeouts: dict[str, Annotated[float, Field(gt=0)]] = Field(
        {}, description="The same for single models (JSON object of model to seconds)."
    )
    keep_outputs: Annotated[float, Field(gt=0)] | None = Field(
        None, description="Seconds that videos are kept after their job's end; for ever if omitted."
    )
    keep_records: Annotated[float, Field(gt=0)] | None = Field(
        None, description="Seconds that records of ended jobs are kept; for ever if omitted."
    )
    duplicate_window: Annotated[float, Field(ge=0)] = Field(
        600.0,
        description="Seconds in which a request whose answer was lost is known again.",
    )
    upstream_url: HttpUrl = Field(
        HttpUrl("https://openrouter.ai/api/v1"),
        description="A service of OpenRouter's video API that makes the videos.",
    )
    upstream_api_key: SecretStr | None = Field(
        None,
        description="Key for it; with one, jobs go there and cost money, else the offline engine"
        " makes them.",
    )
    upstream_capabilities: dict[str, Any] = Field(
        {},
        description="What it promises, where that differs from OpenRouter (JSON object), such as"
        ' {"on_lost_response": "idempotent", "cancels": true} for another Rushes.',
    )
    resubmit_unknown: frozenset[str] = Field(
        frozenset(),
        description="Providers to order from again when an answer was lost, at the risk of paying"
        " twice (JSON list).",
    )
    worker_jobs: Annotated[int, Field(ge=1)] = Field(
        2000,
        description="Most jobs of a provider that one worker process has in hand (PostgreSQL).",
    )
    render_workers: Annotated[int, Field(ge=1)] = Field(
        default_factory=lambda: min(_cores(), 4),
        description="Most worker processes of the offline engine; never more than cores.",
    )
    render_threads: Annotated[int, Field(ge=1, le=64)] = Field(
        default_factory=_cores, description="Threads of one worker process."
    )
    max_media_bytes: Annotated[int, Field(ge=1024)] = Field(
        30 * MIB, description="Most bytes of input pictures fetched for one job."
    )
    fetch_private_urls: bool = Field(
        False,
        description="Let https input and callback URLs lead to private addresses.",
    )
    webhook_secret: SecretStr | None = Field(
        None, description="Secret that signs webhooks; without one they are not signed."
    )

    @property
    def database(self) -> Path:
        """Return the file that holds the jobs."""
        return self.data_dir / "rushes.sqlite3"

    @property
    def workers(self) -> int:
        """Return the worker processes to use: as set, but at most one per core."""
        return min(self.render_workers, _cores())


def settings_for(data_dir: Path | None) -> Settings:
    """Return the settings, with the data folder that the command line names."""
    return Settings() if data_dir is None else Settings(data_dir=data_dir)
