"""What is said of a video: in its own metadata, and to the caller."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from rushes.engines.request import RenderReport, RenderRequest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TITLE_LENGTH = 200
_CONTROLS = re.compile("[\x00-\x1f\x7f]")
_WORDS_LENGTH = 400  # characters


def tags_of(request: RenderRequest, what: str, facts: Mapping[str, Any]) -> dict[str, str]:
    """Return the metadata of a file; `what` was drawn, and `facts["drawn"]` says more."""
    emulated = f"; emulates {request.emulated_model}" if request.emulated_model else ""
    return {
        "title": title_of(request.prompt),
        "artist": "Rushes",
        "comment": f"procedural, offline{emulated}",
        "description": f"{what}; seed {request.seed}",
        "synopsis": _drawn(facts["drawn"]),
    }


def title_of(prompt: str) -> str:
    """Return a prompt as the title of a file, in which a NUL would end it."""
    return " ".join(_CONTROLS.sub(" ", prompt).split())[:_TITLE_LENGTH]


def report_of(
    target: Path,
    facts: Mapping[str, object],
    *,
    width: int,
    height: int,
    frames: int,
    duration: float,
    has_audio: bool,
) -> RenderReport:
    """Return the report of a finished file, with `facts` as what was read from the request."""
    with target.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return RenderReport(
        plan=dict(facts),
        width=width,
        height=height,
        frames=frames,
        duration=duration,
        has_audio=has_audio,
        size=target.stat().st_size,
        sha256=digest,
    )


def _drawn(drawn: Mapping[str, Any]) -> str:
    parts = [f"drawn: {drawn['scene']}"]
    parts += [f"words: {', '.join(drawn['words'])}"] if drawn["words"] else []
    parts += [f"not drawn: {', '.join(drawn['not_drawn'])}"] if drawn["not_drawn"] else []
    return "; ".join(parts)[:_WORDS_LENGTH]
