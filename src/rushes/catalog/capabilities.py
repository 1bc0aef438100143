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
Recovery = Literal["free", "idempotent", "findable", "blind"]


class Terms(BaseModel):
    """One upstream's terms; all times are in seconds.

    `settling`: until an order that was accepted can surely be found. `key_lifetime`: how long a
    repeated key is known. `patience`: how long a job that it denies knowing is asked for again.
    `keeps_outputs`: how long a finished video can be fetched. `concurrency`: orders in flight at
    once per credential; `interval`: the least time between two orders.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    recovery: Recovery
    cancels: bool
    concurrency: int = Field(gt=0)
    interval: float = Field(0.0, ge=0)
    create_timeout: float = Field(60.0, gt=0)
    settling: float = Field(10.0, ge=0)
    key_lifetime: float = Field(86_400.0, ge=0)
    patience: float = Field(300.0, ge=0)
    keeps_outputs: float = Field(3600.0, gt=0)


@cache
def load_terms() -> Mapping[str, Terms]:
    """Return the terms of every provider, by slug."""
    text = resources.files("rushes.catalog").joinpath("terms.json").read_text("utf-8")
    return {slug: Terms.model_validate(values) for slug, values in json.loads(text).items()}
