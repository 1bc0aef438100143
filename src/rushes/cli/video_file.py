"""A video that was made and saved, as `rushes generate` shows it, and the name of its file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rushes.catalog.model import OFFLINE_MODEL
from rushes.cli.framing import Framing
from rushes.sdk._job_text import usd
from rushes.sdk._service_details import details_of
from rushes.wire import VideoGenerationResponse

MAX_NAME = 60  # characters of a file name


@dataclass(frozen=True)
class Made:
    path: Path
    size: int
    job: VideoGenerationResponse
    framing: Framing | None = None

    @property
    def details(self) -> dict[str, Any]:
        return details_of(self.job)

    @property
    def cost(self) -> float | None:
        """In USD, if the service reported it."""
        return self.job.usage.cost if self.job.usage else None

    def as_dict(self) -> dict[str, Any]:
        known = {k: self.details[k] for k in _SHOWN if k in self.details}
        if self.framing is not None:
            known["first_frame_excess"] = round(self.framing.excess, 3)
        return {
            "id": self.job.id,
            "status": str(self.job.status),
            "path": str(self.path),
            "bytes": self.size,
            "cost": self.cost,
            **known,
        }

    def as_json(self) -> str:
        return json.dumps(self.as_dict())

    def as_line(self) -> str:
        cost = "" if self.cost is None else usd(self.cost)
        return f"{self.path}\t{self.job.id}\t{cost}".rstrip()

    def as_text(self) -> str:
        details, cost = self.details, self.cost
        lines = [
            ("file", str(self.path)),
            ("size", f"{self.size / 1e6:.1f} MB"),
            ("picture", _picture(details)),
            ("frame", self.framing and self.framing.outcome),
            ("duration", f"{details['duration']:g} s" if "duration" in details else None),
            *_drawn(details),
            ("seed", str(details["seed"]) if "seed" in details else None),
            ("cost", None if cost is None else f"{usd(cost)}{emulated(details)}"),
            ("made by", details.get("provider")),
            ("job", self.job.id),
        ]
        return "\n".join(f"{name:<9} {value}" for name, value in lines if value)


_SHOWN = ("provider", "model", "seed", "size", "duration", "audio", "report", "drawn")
_WORDS_SHOWN = 12


def _picture(details: dict[str, Any]) -> str | None:
    if "size" not in details:
        return None
    return f"{details['size']}, {'with' if details.get('audio') else 'without'} sound"


def _drawn(details: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what the engine drew of the prompt, and what it did not."""
    drawn = details.get("drawn")
    if not isinstance(drawn, dict):
        return []
    words = _listed(drawn.get("words"))
    lines = [("drawn", f"{drawn.get('scene')}: {words}" if words else str(drawn.get("scene")))]
    return lines + ([("not drawn", rest)] if (rest := _listed(drawn.get("not_drawn"))) else [])


def _listed(words: Any) -> str:
    found = [str(word) for word in words] if isinstance(words, list) else []
    more = len(found) - _WORDS_SHOWN
    return ", ".join(found[:_WORDS_SHOWN]) + (f" and {more} more" if more > 0 else "")


def emulated(details: dict[str, Any]) -> str:
    emulated = details.get("model") != OFFLINE_MODEL and "offline" in str(details.get("provider"))
    return f" is what {details['model']} would cost; nothing was charged" if emulated else ""


def free_name(prompt: str | None, job_id: str, *, taken: bool = True) -> Path:
    """Return a file name after the prompt, one that is not `taken` in the current folder."""
    words = re.sub(r"[^\w]+", "-", (prompt or "").lower()).strip("-_")[:MAX_NAME]
    stem = words.rstrip("-_") or job_id
    path, number = Path(f"{stem}.mp4"), 1
    while taken and path.exists():
        number += 1
        path = Path(f"{stem}-{number}.mp4")
    return path
