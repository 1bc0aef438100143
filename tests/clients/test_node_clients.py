"""JavaScript clients of others."""

from __future__ import annotations

import base64
import io
import json

import pytest
from PIL import Image

from tests.clients.installed import PROGRAMS, check_video, node, vitest
from tests.docs.pages import PAGES, blocks_of
from tests.docs.test_code_blocks import DEFAULT_URL
from tests.service import serve_process

pytestmark = pytest.mark.clients


def program(name):
    return (PROGRAMS / name).read_text("utf-8")


def test_openrouter_sdk(api, tmp_path):
    path = tmp_path / "waves.mp4"
    found = json.loads(node(program("openrouter_sdk.mjs"), tmp_path, api, str(path)))
    name, status, message = found.pop("unknown")
    assert (name, status) == ("NotFoundResponseError", 404)
    assert "gen-vid-0-unknown" in message
    name, status, message = found.pop("invalid")
    assert (name, status) == ("BadRequestResponseError", 400)
    assert message.startswith("duration: 99")
    assert found.pop("submitted") in {"pending", "in_progress"}
    job = {"status": "completed", "cost": 0, "urls": 1}
    assert found == {**job, "listed": True, "models": True, "standalone": True}
    check_video(path)


def test_tanstack_with_a_first_frame(api, tmp_path):
    picture = io.BytesIO()
    Image.new("RGB", (640, 360), "teal").save(picture, "PNG")
    encoded = base64.b64encode(picture.getvalue()).decode()
    path = tmp_path / "waves.mp4"
    found = json.loads(node(program("tanstack.mjs"), tmp_path, api, str(path), encoded))
    assert found == {"status": "completed", "cost": 0}
    check_video(path)


def blocks_that_make_a_video():
    blocks = [block for page in PAGES for block in blocks_of(page) if block.language == "js"]
    return [block for block in blocks if "waves.mp4" in block.text]


def test_the_blocks_of_the_documentation_run(api, tmp_path):
    blocks = blocks_that_make_a_video()
    assert blocks
    for number, block in enumerate(blocks):
        folder = tmp_path / str(number)
        folder.mkdir()
        node(block.text.replace(f"{DEFAULT_URL}/api/v1", api), folder)
        check_video(folder / "waves.mp4")


def test_the_ai_sdk_does_not_download_from_this_machine_by_itself(api, tmp_path):
    """The day it does, the documentation needs no `download` function."""
    [block] = blocks_that_make_a_video()
    code = block.text.replace(f"{DEFAULT_URL}/api/v1", api).replace("  download:", "  unused:")
    with pytest.raises(AssertionError, match="AI_DownloadError"):
        node(code, tmp_path)


@pytest.fixture(scope="module")
def testing_service(tmp_path_factory):
    folder = tmp_path_factory.mktemp("testing")
    with serve_process("--testing", "--data-dir", folder) as (_, url):
        yield url.removesuffix("/api/v1")


def test_the_tests_of_the_documentation_pass_under_vitest(testing_service, tmp_path):
    blocks = [block for page in PAGES for block in blocks_of(page) if block.language == "ts"]
    assert blocks
    for block in blocks:
        vitest(block.text, tmp_path, RUSHES_URL=testing_service)


def test_the_ai_sdk_is_tested_under_vitest(testing_service, tmp_path):
    vitest(program("ai_sdk.test.ts"), tmp_path, RUSHES_URL=testing_service)
