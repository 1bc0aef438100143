"""`rushes generate` as people use it: files that exist, prompts from files, and limits."""

from __future__ import annotations

import json

import pytest

from tests.cli.test_commands import LONGEST, rushes
from tests.fakes.providers import VIDEO
from tests.service import running_service

pytestmark = pytest.mark.timeout(LONGEST)


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with running_service(tmp_path_factory.mktemp("data")) as running:
        yield running


def test_a_file_that_exists_is_kept_unless_it_may_be_replaced(service, tmp_path):
    target = tmp_path / "sea.mp4"
    target.write_bytes(b"old")
    before = len(service.provider.requests)
    arguments = ("generate", "A calm sea", "--server", service.url, "-o", target)
    code, out, err = rushes(*arguments)
    assert (code, out, target.read_bytes()) == (2, "", b"old")
    assert "--overwrite" in err
    assert len(service.provider.requests) == before, "refused before anything is made"
    assert rushes(*arguments, "--overwrite")[0] == 0
    assert target.read_bytes() == VIDEO


def test_the_prompt_comes_from_a_file(service, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "prompt.txt").write_text("Two lines\nof a prompt\n", "utf-8")
    code, _, err = rushes("generate", "--prompt-file", "prompt.txt", "--server", service.url)
    assert code == 0, err
    assert json.loads(service.provider.requests[-1].body)["prompt"] == "Two lines\nof a prompt"
    assert (tmp_path / "two-lines-of-a-prompt.mp4").read_bytes() == VIDEO


@pytest.mark.parametrize(
    ("content", "more", "fragment"),
    [(b" \n", (), "is empty"), (b"\xff\xfe\xfa", (), "UTF-8"), (b"x", ("y",), "not both")],
)
def test_a_prompt_file_of_no_use_is_refused(content, more, fragment, tmp_path):
    file = tmp_path / "prompt.txt"
    file.write_bytes(content)
    code, out, err = rushes("generate", *more, "--prompt-file", file)
    assert (code, out) == (2, "")
    assert fragment in " ".join(err.split())


def test_a_request_over_its_limit_is_not_sent(service, tmp_path):
    before = len(service.provider.requests)
    code, out, err = rushes(
        *("generate", "A calm sea", "--model", "google/veo-3.1", "--max-cost", "0.01"),
        *("--server", service.url, "-o", tmp_path / "x.mp4"),
    )
    assert (code, out) == (3, "")
    assert "0.01" in err
    assert len(service.provider.requests) == before
