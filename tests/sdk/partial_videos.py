"""Answers with a video or with a part of it, and what an interrupted download leaves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.fakes.stub_server import JOB_ID, Answer, StubServer, video_answer

SEA = bytes(range(256)) * 40
TAG = '"v1"'


def part(start: int, body: bytes = SEA, tag: str = TAG, **changed: str) -> Answer:
    """Answer with the rest of `body` from `start` on."""
    place = f"bytes {start}-{len(body) - 1}/{len(body)}"
    return video_answer(body[start:], 206, **({"content_range": place, "etag": tag} | changed))


def broken(sent: int, body: bytes = SEA, status: int = 200, **headers: str) -> Answer:
    """Answer with the first bytes only, and hang up."""
    return video_answer(body[:sent], status, content_length=str(len(body)), **headers)


def whole(body: bytes = SEA, tag: str = TAG, **headers: str) -> Answer:
    return video_answer(body, etag=tag, **headers)


def ranges(stub: StubServer) -> list[tuple[list[str], list[str]]]:
    return [(r.header("range"), r.header("if-range")) for r in stub.received]


def leave(
    folder: Path, bytes_: bytes, safe: int | None = None, body: bytes = SEA, **note: Any
) -> None:
    """Leave what an interrupted process would have of `body`."""
    (folder / "sea.mp4.part").write_bytes(bytes_)
    safe = len(bytes_) if safe is None else safe
    written = {"owner": JOB_ID, "tag": TAG, "total": len(body), "safe": safe} | note
    (folder / "sea.mp4.part.tag").write_text(json.dumps(written))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
