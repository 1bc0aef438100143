"""Settings: environment variables that begin with `RUSHES_`, overridden by command-line options."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, HttpUrl, SecretStr
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


class Settings(BaseSettings):
    """Everything that can be set about the service; each field is `RUSHES_<FIELD>`."""

    model_config = SettingsConfigDict(env_prefix="RUSHES_", extra="ignore")

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
    max_body_bytes: Annotated[int, Field(ge=1024)] = Field(
        32 * MIB, description="Largest request body; larger ones answer 413."
    )
    max_open_jobs: Annotated[int, Field(ge=1)] = Field(
        10_000, description="Most jobs that may be open at once; more answer 429."
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
