"""The page of providers, made of their data: what each makes, needs and was proven by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rushes.catalog.endpoint import ANY, Endpoint
from rushes.catalog.provider_data import ENGINE, ProviderData, load_providers
from rushes.providers.account import own_variable

INTRODUCTION = Path(__file__).with_suffix(".md").read_text("utf-8")
_LOST = {
    "fail": "the job fails and is listed for the operator; nothing is paid twice",
    "lookup": "the job is looked up by its key",
    "idempotent": "the request is repeated under the same key",
    "resubmit": "the request is repeated; that costs time, not money",
}
_CATALOG = "every model that OpenRouter lists, at its prices"
_MAPPED = "the models that `[provider.{slug}.models]` maps to its own names"
_INPUTS = (
    ("text", "text"),
    ("first_frame", "first frame"),
    ("last_frame", "last frame alone"),
    ("both_frames", "first and last frame"),
    ("image_references", "images"),
    ("video_references", "videos"),
    ("audio_references", "audio"),
    ("continuation", "continuation"),
)


def provider_page() -> str:
    """Return the page."""
    known = {slug: data for slug, data in load_providers().items() if slug != ENGINE}
    lines = [
        INTRODUCTION,
        "| provider | name | models | lost response | cancel |",
        "|---|---|---|---|---|",
    ]
    for slug, data in known.items():
        models = len({row.model for row in data.endpoints if row.model != ANY})
        can, others = data.capabilities, "all" if data.serves == "catalog" else "yours"
        lines.append(
            f"| [`{slug}`](#{slug}) | {data.name} | {models or others} |"
            f" {can.on_lost_response} | {'yes' if can.cancels else 'no'} |"
        )
    for slug, data in known.items():
        lines += ["", *_section(slug, data)]
    return "\n".join(lines) + "\n"


def _section(slug: str, data: ProviderData) -> Iterator[str]:
    can = data.capabilities
    yield f"## {slug}"
    yield ""
    yield f"{data.name}. " + " ".join(_facts(slug, data))
    yield ""
    yield f"- Lost response: {_LOST[can.on_lost_response]}."
    yield f"- Cancel: {'yes' if can.cancels else 'no; a job goes on and is charged'}."
    yield f"- At once: {can.concurrency} jobs" + (
        f", one submission every {can.interval:g} s." if can.interval else "."
    )
    if data.options:
        names = ", ".join(f"`{name}`" for name in sorted(data.options))
        yield f"- `provider.options.{slug}`: {names}."
    if data.proven_by:
        yield f"- Proven by {data.proven_by}."
    if data.unproven:
        yield f"- Not proven by any client: {data.unproven.rstrip('.')}."
    if data.endpoints:
        yield ""
        yield "| model | there | inputs | limits | price in USD |"
        yield "|---|---|---|---|---|"
        yield from (_row(row) for row in data.endpoints)


def _facts(slug: str, data: ProviderData) -> Iterator[str]:
    names = " or ".join(f"`{name}`" for name in (own_variable(slug, "api_key"), *data.variables))
    yield f"Key: {names}{' (optional)' if data.key_optional else ''}."
    if data.settings:
        settings = ", ".join(
            f"`{name}`" + (f" (default `{value}`)" if value else "")
            for name, value in data.settings.items()
        )
        yield f"Settings: {settings}."
    if data.aliases:
        yield f"Also called {', '.join(f'`{alias}`' for alias in data.aliases)}."
    if data.serves == "catalog":
        yield f"It makes {_CATALOG}."
    if any(row.model == ANY for row in data.endpoints):
        also = "also " if any(row.model != ANY for row in data.endpoints) else ""
        yield f"It {also}makes {_MAPPED.format(slug=slug)}."


def _row(row: Endpoint) -> str:
    inputs = ", ".join(words for name, words in _INPUTS if name in row.inputs)
    prices = ", ".join(f"{sku} {value}" for sku, value in row.pricing_skus.items())
    names = (
        ("mapped", "yours") if row.model == ANY else (f"`{row.model}`", f"`{row.upstream_model}`")
    )
    return (
        f"| {names[0]} | {names[1]} | {inputs} | {'; '.join(_limits(row)) or '–'} |"
        f" {prices or 'not known'} |"
    )


def _limits(row: Endpoint) -> Iterator[str]:
    if row.durations is not None:
        yield f"{_span(row.durations)} s" if row.durations else "the input's length"
    if row.resolutions is not None:
        yield ", ".join(row.resolutions)
    if row.aspect_ratios is not None:
        yield ", ".join(row.aspect_ratios) or "the picture's shape"
    if row.audio != "optional":
        yield f"audio {row.audio}"
    if not row.seed:
        yield "no seed"
    if not row.data_urls:
        yield "https URLs only"
    if row.retires is not None:
        yield f"until {row.retires}" + (f", then `{row.successor}`" if row.successor else "")


def _span(seconds: tuple[int, ...]) -> str:
    listed = list(seconds)
    if len(listed) > 2 and listed == list(range(listed[0], listed[-1] + 1)):
        return f"{listed[0]}–{listed[-1]}"
    return ", ".join(map(str, listed))
