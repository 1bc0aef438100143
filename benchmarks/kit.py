"""How long a suite of 200 tests takes with the test kit, in a fresh environment.

    .venv/bin/python benchmarks/kit.py [--workers N] [--python PROGRAM]

The environment has the official SDK, pytest and this checkout as `rushes[test]`; with --python it
is one that is there. Each test submits, waits and downloads, or meets one failure.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("openrouter==1.3.84", "pytest", "pytest-xdist")
MOST_SECONDS, MOST_OF_ONE = 20.0, 1.0
_PHASE = re.compile(r"^([\d.]+)s (?:setup|call|teardown) +(\S+)", re.MULTILINE)
SUITE = '''
import pytest
from openrouter import OpenRouter

from rushes.testing.names import NAMES

MODELS = ("google/veo-3.1", "bytedance/seedance-2.0")
HANGS = {"hang", "hang_after", "content_stalled"}
# Until the clock is advanced.
LATE = {"stuck", "webhook_late"}
LATE |= {name for name in NAMES if {"delay", "queued"} & NAMES[name].effects.get("job", {}).keys()}
FAILURES = [(name, model) for name in NAMES if name != "status" for model in MODELS]
WEBHOOKS = 10
SUCCESSES = 200 - len(FAILURES) - WEBHOOKS


def make(rushes, model="google/veo-3.1", name="", **fields):
    """Submit, wait and download, without the retries of the SDK; return how it ended."""
    with OpenRouter(api_key="any", timeout_ms=200 if name in HANGS else 10_000) as client:
        videos = client.video_generation
        try:
            job = videos.generate(model=model, prompt="A sea", retries=None, **fields)
            if name in LATE:
                rushes.clock.advance(hours=24)
            while job.status in ("pending", "in_progress", "paused"):
                job = videos.get_generation(job_id=job.id, retries=None)
            if job.status != "completed":
                return job.status
            return videos.get_video_content(job_id=job.id, retries=None).read()
        except Exception as error:
            return type(error).__name__


@pytest.mark.parametrize("number", range(SUCCESSES))
def test_makes_a_video(rushes, number):
    video = make(rushes, MODELS[number % 2], duration=4 + 4 * (number % 2), seed=number)
    assert video[4:8] == b"ftyp", video
    rushes.assert_no_unexpected()


@pytest.mark.parametrize(("name", "model"), FAILURES)
def test_meets_a_failure(rushes, name, model):
    rushes.next(name, 0.1 if name == "slow_response" else None)  # seconds that really pass
    outcome = make(rushes, model, name, callback_url=rushes.receiver.url)
    assert outcome is not None
    assert rushes.requests[0].scenario == name


@pytest.mark.parametrize("number", range(WEBHOOKS))
def test_reports_the_end(rushes, number):
    make(rushes, callback_url="https://app.example/hook", seed=number)
    assert rushes.wait_for_webhooks()[0].is_verified
'''


def environment(folder: Path) -> Path:
    """Create a fresh environment; return its Python."""
    venv.EnvBuilder(with_pip=True).create(folder)
    python = folder / "bin" / "python"
    constraints = ("--constraint", str(ROOT / "constraints.txt"))
    install = (python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *constraints)
    subprocess.run([*install, f"{ROOT}[test]", *PACKAGES], check=True)
    return python


def run(python: Path, folder: Path, workers: int) -> bool:
    """Run the suite; print what it takes, and return whether that is within the limits."""
    (folder / "test_suite.py").write_text(SUITE)
    options = ("-q", "--durations", "0", "--durations-min", "0", "-p", "no:cacheprovider")
    parallel = ("-n", str(workers)) if workers > 1 else ()
    names = ("PATH", "HOME", "TMPDIR", "LANG")
    variables = {name: os.environ[name] for name in names if name in os.environ}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [python, "-m", "pytest", *options, *parallel],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    totals = Counter[str]()  # seconds of setup, call and teardown, by test
    for took, test in _PHASE.findall(done.stdout):
        totals[test] += float(took)
    for test, took in totals.most_common(5):
        print(f"{took:.2f} s {test}")
    print(done.stdout.splitlines()[-1])
    slowest = max(totals.values(), default=0.0)
    load = os.getloadavg()[0]
    print(
        f"{workers} workers: {seconds:.1f} s (at most {MOST_SECONDS:g}), {processor:.1f} s of"
        f" processor, slowest {slowest:.2f} s (at most {MOST_OF_ONE:g}), load {load:.1f}"
    )
    is_good = done.returncode == 0 and "200 passed" in done.stdout
    return is_good and seconds <= MOST_SECONDS and slowest <= MOST_OF_ONE


def main() -> int:
    """Measure; return 1 if the limits are not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--python", type=Path, help="of an environment that has what is needed")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rushes-bench-") as name:
        folder = Path(name)
        python = chosen.python or environment(folder / "environment")
        project = folder / "project"
        project.mkdir()
        return 0 if run(python, project, chosen.workers) else 1


if __name__ == "__main__":
    sys.exit(main())
