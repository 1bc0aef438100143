"""What the contract suite sends to each provider; one module a provider, with a `CASE`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

PICTURE = "https://media.example/first.png"  # for providers that hand URLs over


def frame(type_: str, url: str = PICTURE) -> dict[str, Any]:
    return {"type": "image_url", "image_url": {"url": url}, "frame_type": type_}


def frames(*types: str, url: str = PICTURE) -> list[dict[str, Any]]:
    """Return one picture as frames of these types."""
    return [frame(type_, url) for type_ in types]


def reference(kind: str, url: str = PICTURE) -> dict[str, Any]:
    return {"type": f"{kind}_url", f"{kind}_url": {"url": url}}


def references(*kinds: str) -> list[dict[str, Any]]:
    """Return references of these kinds, each with a URL of its own."""
    return [reference(kind, f"https://media.example/{n}") for n, kind in enumerate(kinds)]


@dataclass(frozen=True)
class ProviderCase:
    """One provider, its fake, and requests in the form of this API.

    `requests` must all be made: `text` (the cheapest there is) and, as far as the provider can do
    it, `first_frame`, `last_frame`, `both_frames`, `image_references`, `video_references`,
    `audio_references`, `audio`, `silent`, `seed`, and one for each resolution (`480p` …). `refused`
    maps a name to a request that no endpoint of the provider can do, and the field that is blamed.
    `options` are good passthrough options. `fake_options` are those of the fake, `settings` those
    of the account. `recovers` is what becomes of a create whose response was lost: `found` (the
    accepted job is found, or the request repeated safely) or `unknown`.

    A job costs what the upstream says (`has_exact_cost`), else what was quoted. `unit` is what one
    unit of the fake's charges is worth, or that by request where it differs, and `prices` are those
    of some requests (None: it is not known): in USD, as the vendors published them, and not from
    this service's data.
    """

    slug: str
    fake: str
    requests: Mapping[str, Mapping[str, Any]]
    refused: Mapping[str, tuple[Mapping[str, Any], str]] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    fake_options: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    models: Mapping[str, str] = field(default_factory=dict)
    recovers: str = "unknown"
    has_exact_cost: bool = False
    unit: float | Mapping[str, float] = field(default_factory=dict)
    prices: Mapping[str, float | None] = field(default_factory=dict)
