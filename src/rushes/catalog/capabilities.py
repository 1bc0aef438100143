"""What each provider promises about money and time, by its slug."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

# What to do about a request whose response was lost:
#   resubmit    send it again: that costs time, never money
#   idempotent  send it again with the same key, under which it is accepted once
#   lookup      look it up by its key, and send it again only if it is not there
#   fail        neither is possible: the job fails, and an operator decides
OnLostResponse = Literal["resubmit", "idempotent", "lookup", "fail"]


class ProviderCapabilities(BaseModel):
    """What one provider can do; all times are in seconds.

    `visibility_delay`: time until an accepted request can surely be found. `key_lifetime`: how
    long a repeated key is recognized. `not_found_grace`: how long to keep polling a job that the
    provider says it does not know. `keeps_outputs`: how long a finished video can be downloaded.
    `concurrency`: requests in flight at once per credential. `interval`: minimum time between two
    requests. `max_failures`: creates in a row that fail until the account is out for a while.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    on_lost_response: OnLostResponse
    cancels: bool
    concurrency: int = Field(gt=0)
    interval: float = Field(0.0, ge=0)
    create_timeout: float = Field(60.0, gt=0)
    visibility_delay: float = Field(10.0, ge=0)
    key_lifetime: float = Field(86_400.0, ge=0)
    not_found_grace: float = Field(300.0, ge=0)
    keeps_outputs: float = Field(3600.0, gt=0)
    max_failures: int = Field(5, gt=0)
