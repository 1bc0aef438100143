"""The examples of the documentation run as they are printed."""

from __future__ import annotations

import asyncio
import importlib.util
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from little_service import VIDEO, little_service
from PIL import Image

from openrouter import webhooks

DOCUMENT = Path(__file__).parents[2] / "docs" / "sdk.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
FRAMEWORK = re.compile(r"from (fastapi|flask) import")
SECRET = "whsec_of_the_service"
EVENT = (
    b'{"type": "video.generation.completed", "created_at": "2026-11-22T07:30:00Z",'
    b' "data": {"id": "gen-vid-1", "status": "completed"}}'
)


def can_run(block: str) -> bool:
    needed = FRAMEWORK.match(block)
    return needed is None or importlib.util.find_spec(needed[1]) is not None


def statuses(names: dict[str, Any], headers: dict[str, str]) -> set[int]:
    """Send the event to the receivers of the documentation."""
    told = set()
    if "flask_app" in names:
        caller = names["flask_app"].test_client()
        told.add(caller.post("/videos/ended", data=EVENT, headers=headers).status_code)
    if "fastapi_app" in names:
        told.add(asyncio.run(asgi_status(names["fastapi_app"], headers)))
    return told


async def asgi_status(app: Any, headers: dict[str, str]) -> int:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
        url = "http://testserver/videos/ended"
        return (await client.post(url, content=EVENT, headers=headers)).status_code


def test_the_examples_of_the_documentation_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("cat.png", "cat-later.png"):
        Image.new("RGB", (32, 18), "teal").save(name)
    text = DOCUMENT.read_text("utf-8")
    blocks = list(BLOCK.finditer(text))
    assert len(blocks) > 10
    assert text.count("```python") == len(blocks)
    names: dict[str, Any] = {}
    with little_service() as service:
        monkeypatch.setenv("OPENROUTER_BASE_URL", service.url)
        monkeypatch.setenv("OPENROUTER_API_KEY", "sk-or-v1-0123456789")
        for block in filter(lambda block: can_run(block[1]), blocks):
            # So that an error is told with its line in the document.
            lines = "\n" * text.count("\n", 0, block.start(1))
            exec(compile(lines + block[1], str(DOCUMENT), "exec"), names)
        signature = {webhooks.SIGNATURE_HEADER: webhooks.sign(EVENT, SECRET)}
        names["receive"](EVENT, signature)
        monkeypatch.setenv("OPENROUTER_WEBHOOK_SECRET", SECRET)
        assert statuses(names, signature) == {204}
        assert statuses(names, {}) == {401}
        names["client"].close()
    for name in (
        "sea.mp4",
        "sea-again.mp4",
        "short.mp4",
        "job.mp4",
        "calm.mp4",
        "copy.mp4",
        "gen-vid-1.mp4",
    ):
        assert Path(name).read_bytes() == VIDEO
    assert "duration: 500 is not one of 4, 6, 8; nearest: 8" in capsys.readouterr().out
    assert [len(body.get("frame_images", ())) for body in service.bodies].count(2) == 1
