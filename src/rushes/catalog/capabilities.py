"""What an upstream promises about money and time: data, by the provider's slug."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

# How an order is taken up again whose answer never came.
#   free        it is sent again: it costs time, never money
#   idempotent  it is sent again with the same key, and is taken once
#   findable    it is looked up by its key, and sent again only when it is not there
#   blind       neither: the job fails, and a person decides
OnLostResponse = Literal["resubmit", "idempotent", "lookup", "fail"]


class ProviderCapabilities(BaseModel):
    """What one provider can do; all times are in seconds.

    `visibility_delay`: time until an accepted request can surely be found. `key_lifetime`: how
    long a repeated key is recognized. `not_found_grace`: how long to keep polling a job that the
    provider says it does not know. `keeps_outputs`: how long a finished video can be downloaded.
    `concurrency`: requests in flight at once per credential. `interval`: minimum time between two
    requests.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    on_lost_response: OnLostResponse
    cancels: bool
    concurrency: int = Field(gt=0)
    interval: float = Field(0.0, ge=0)
    create_timeout: float = Field(60.0, gt=0)
    visibility_delay: float = Field(10.0, ge=0)
    key_lifetime: float = Field(86_400.0, ge=0)
    not_found_grace: float = Field(300.0, ge=0)
    keeps_outputs: float = Field(3600.0, gt=0)


@cache
def load_capabilities() -> Mapping[str, ProviderCapabilities]:
    """Return the capabilities of every provider, by slug."""
    text = resources.files("rushes.catalog").joinpath("capabilities.json").read_text("utf-8")
    return {
        slug: ProviderCapabilities.model_validate(values)
        for slug, values in json.loads(text).items()
    }
