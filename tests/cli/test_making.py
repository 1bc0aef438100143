"""`rushes generate` as people use it: files that exist, prompts from files, and limits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rushes.cli.batch import FileNames
from tests.cli.in_process import invoke as rushes
from tests.cli.test_commands import LONGEST
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


def test_several_videos_have_names_and_seeds_of_their_own(service, tmp_path):
    names = tmp_path / "new" / "{n}-{seed}-{prompt}.mp4"
    several = ("--count", 3, "--seed", 7, "--concurrency", 1, "--server", service.url)
    code, out, err = rushes("generate", "Hills", *several, "-o", names)
    assert code == 0, err
    made = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert made == ["1-7-hills.mp4", "2-8-hills.mp4", "3-9-hills.mp4"]
    assert len(out.splitlines()) == 3
    code, _, err = rushes("generate", "Hills", *several, "-o", tmp_path / "same.mp4")
    assert (code, "-o needs {n} or {job}" in err) == (2, True)
    code, _, err = rushes("generate", "Hills", *several, "-o", tmp_path / "{name}.mp4")
    assert (code, "allowed: {n}, {prompt}, {seed}, {model}, {job}" in err) == (2, True)


def test_prompts_of_a_file_are_videos_within_one_limit(service, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "prompts.txt").write_text("\ufeffHills\n\n Sea \n", encoding="utf-8")
    prompts = ("generate", "--prompts", "prompts.txt", "--server", service.url)
    veo = ("--model", "google/veo-3.1", "--duration", 4, "--no-audio", "--concurrency", 1)
    code, out, err = rushes(*prompts, *veo, "--max-cost", 1, "--json")
    assert (code, len(out.splitlines())) == (1, 1)
    assert json.loads(out)["path"] == "hills.mp4"
    assert "Sea: google/veo-3.1: the request may cost up to $0.80, over max_cost of $0.20" in err
    assert "1 of 2 videos were made" in err
    code, _, err = rushes("generate", "x", *veo[:-2], "--max-cost", "0.1", "--server", service.url)
    assert (code, "over max_cost of $0.10; nothing was sent" in err) == (3, True)


def test_numbers_are_those_of_the_prompts_and_names_stay_in_their_folder(service, tmp_path):
    (tmp_path / "prompts.txt").write_text("Hills\nSea\nSky\n")
    prompts = ("generate", "--prompts", tmp_path / "prompts.txt", "--server", service.url)
    code, _, err = rushes(*prompts, "-o", tmp_path / "{n}-{prompt}-{model}.mp4")
    assert code == 0, err
    made = sorted(path.name for path in tmp_path.glob("*.mp4"))
    assert made == [
        f"{n}-{p}-rushes-procedural-1.mp4" for n, p in ((1, "hills"), (2, "sea"), (3, "sky"))
    ]
    name = FileNames("v/{seed}-{job}.mp4").name(1, 1, {"seed": "../../x"}, "/etc/passwd")
    assert name == Path("v/x-etc-passwd.mp4")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("{n!r}.mp4", "allowed: {n}"),
        ("{n:{job}}.mp4", "allowed: {n}"),
        ("{n.__class__}.mp4", "allowed: {n}"),
        ("-", "stdout"),
        ("taken-{n}.mp4", "taken-1.mp4 exists"),
        ("taken-1.mp4/{n}.mp4", "taken-1.mp4"),
    ],
)
def test_names_that_cannot_be_used_are_refused_before_anything_is_made(
    service, tmp_path, monkeypatch, name, problem
):
    monkeypatch.chdir(tmp_path)
    for number in (1, 2):
        (tmp_path / f"taken-{number}.mp4").write_text("mine")
    before = len(service.provider.requests)
    code, _, err = rushes(*("generate", "x", "--count", 3, "-o", name, "--server", service.url))
    assert code == 2
    assert "Traceback" not in err
    assert problem in err
    assert len(service.provider.requests) == before
