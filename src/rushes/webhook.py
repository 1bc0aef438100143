"""A webhook's body and signature, byte for byte as OpenRouter documents them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True)
class Event:
    """The end of one job. `cost` is in USD; `urls` and `cost` apply to completed jobs only."""

    job_id: str
    status: str
    model: str
    created_at: datetime
    urls: Sequence[str] = ()
    cost: float | None = None
    error: str | None = None

    @property
    def idempotency_key(self) -> str:
        # Constant per job and state, so that a receiver recognizes a redelivery.
        return f"{self.job_id}-{self.status}"

    def body(self) -> bytes:
        data: dict[str, Any] = {
            "id": self.job_id,
            "status": self.status,
            "generation_id": self.job_id,
            "model": self.model,
        }
        if self.status == "completed":
            usage: dict[str, Any] = {} if self.cost is None else {"cost": self.cost}
            data |= {"unsigned_urls": list(self.urls), "usage": {**usage, "is_byok": False}}
        else:
            data["error"] = self.error or f"The job ended {self.status}"
        moment = self.created_at.astimezone(UTC).isoformat(timespec="milliseconds")
        envelope = {
            "type": f"video.generation.{self.status}",
            "created_at": moment.replace("+00:00", "Z"),
            "data": data,
        }
        return json.dumps(envelope, separators=(",", ":"), ensure_ascii=False).encode()
