"""What each provider promises about money and time, by its slug."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rushes.settings import SettingError, Settings

# What to do about a request whose response was lost:
#   resubmit    send it again: that costs time, never money
#   idempotent  send it again with the same key, under which it is accepted once
#   lookup      look it up by its key, and send it again only if it is not there
#   fail        neither is possible: the job fails, and an operator decides
_PAID_CHOICES = "'fail', 'lookup' or 'idempotent'"
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
    text = resources.files("rushes.catalog").joinpath("capabilities.json").read_text("utf-8")
    return {
        slug: ProviderCapabilities.model_validate(values)
        for slug, values in json.loads(text).items()
    }


def upstream_capabilities(settings: Settings) -> ProviderCapabilities:
    """Return OpenRouter's capabilities with the changes of `settings`; raises SettingError."""
    known = load_capabilities()["openrouter"]
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
    known = sorted(load_capabilities())
    for name in sorted(settings.resubmit_unknown.difference(known)):
        problem = f"{name[:40]!r} is not a provider; known: {', '.join(known)}"
        raise SettingError("resubmit_unknown", problem)
