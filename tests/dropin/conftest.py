from __future__ import annotations

import subprocess

import pytest

from tests.dropin.environments import (
    PIP,
    build_wheel,
    create_environment,
    dependencies,
    stand_in_wheel,
)

OFFICIAL_VERSION = "1.3.84"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """Build the wheel of this tree."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def new_environment(tmp_path_factory):
    """Return a function that makes a virtual environment."""
    folder = tmp_path_factory.mktemp("environments")
    shared = dependencies(folder / "dependencies")
    return lambda name: create_environment(folder / name, shared)


@pytest.fixture(scope="session")
def real_wheels(tmp_path_factory):
    """Fetch the official package, and the one dependency of it that is not ours too."""
    folder = tmp_path_factory.mktemp("official")
    wanted = (f"openrouter=={OFFICIAL_VERSION}", "jsonpath-python")
    fetch = ("download", "--no-deps", "--retries", "0", "--timeout", "5", "--dest", str(folder))
    done = subprocess.run([*PIP, *fetch, *wanted], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("pip cannot get the official package here")
    return sorted(folder.iterdir())


@pytest.fixture(scope="module", params=["stand-in", "real"])
def official(request, tmp_path_factory):
    """Return the wheels of a distribution that is named `openrouter`."""
    if request.param == "real":
        return request.getfixturevalue("real_wheels")
    return [stand_in_wheel(tmp_path_factory.mktemp("stand-in"))]


@pytest.fixture(scope="module")
def alone(new_environment, wheel):
    """Return an environment that has our wheel, and no official package."""
    environment = new_environment("alone")
    environment.install(wheel)
    return environment
