"""The examples of the documentation run as they are printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from little_service import VIDEO, little_service
from PIL import Image

from openrouter import webhooks

DOCUMENT = Path(__file__).parents[2] / "docs" / "sdk.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


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
    names: dict[str, object] = {}
    with little_service() as service:
        monkeypatch.setenv("OPENROUTER_BASE_URL", service.url)
        monkeypatch.setenv("OPENROUTER_API_KEY", "sk-or-v1-0123456789")
        for block in blocks:
            # So that an error is told with its line in the document.
            lines = "\n" * text.count("\n", 0, block.start(1))
            exec(compile(lines + block[1], str(DOCUMENT), "exec"), names)
        body = (
            b'{"type": "video.generation.completed", "created_at": "2026-11-22T07:30:00Z",'
            b' "data": {"id": "gen-vid-1", "status": "completed"}}'
        )
        signature = webhooks.sign(body, "whsec_of_the_service")
        names["receive"](body, {webhooks.SIGNATURE_HEADER: signature})  # type: ignore[operator]
        names["client"].close()  # type: ignore[attr-defined]
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
