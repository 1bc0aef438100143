"""The lowest versions that `pyproject.toml` declares work together."""

from __future__ import annotations

import pytest

from tests.clients.installed import check_video, installed, output
from tests.dropin.environments import Environment, build_wheel

pytestmark = pytest.mark.clients

OPTIONS = (
    *("Abstract blue waves", "--duration", "1", "--resolution", "360p", "--no-audio"),
    "--output",
)
KERNELS = "from rushes.engines import render; print(sum(1 for _ in render.load_kernels()))"


def test_the_service_renders_and_the_sdk_downloads(api, tmp_path):
    folder = installed("lowest")
    environment = Environment(folder)
    environment.install(build_wheel(tmp_path))
    rushes = environment.bin / "rushes"
    # What old versions of other packages deprecate in each other is not shown to users.
    settings = {"PYTHONWARNINGS": "error::UserWarning", "RUSHES_CACHE_DIR": str(folder / "cache")}
    own, other = tmp_path / "own.mp4", tmp_path / "other.mp4"
    data = ("--data-dir", tmp_path / "data")
    output(rushes, "generate", *OPTIONS, own, *data, **settings)
    check_video(own)
    assert int(output(environment.bin / "python", "-c", KERNELS, **settings)) > 40
    service = {"OPENROUTER_BASE_URL": api, "OPENROUTER_API_KEY": "any"}
    output(rushes, "generate", *OPTIONS, other, **settings, **service)
    check_video(other)
