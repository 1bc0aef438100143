"""The base of what the endpoints read and write."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class ApiModel(BaseModel):
    """A part of a request or response, built when it is first used: a service starts sooner."""

    model_config = ConfigDict(defer_build=True)


class RequestBody(ApiModel):
    """The body of a request, without unknown fields."""

    model_config = ConfigDict(extra="forbid")
