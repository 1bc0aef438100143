"""The image, as far as it can be built and run without a container engine."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.deploy.proxies import free_ports

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = ROOT / "deploy" / "Dockerfile"
BIN = Path(sys.executable).parent
TIMEOUT = 90.0  # seconds for the service to start or stop


def instructions():
    """Return the instructions of the Dockerfile, in order: name and the rest of the line."""
    text = re.sub(r"^#.*\n", "", DOCKERFILE.read_text(), flags=re.M).replace("\\\n", " ")
    return [tuple(line.split(maxsplit=1)) for line in text.splitlines() if line.strip()]


def value_of(name):
    return next(rest for instruction, rest in reversed(instructions()) if instruction == name)


def copied():
    """Return what is copied from the repository."""
    words = [rest.split() for name, rest in instructions() if name == "COPY"]
    return [source for line in words if not line[0].startswith("--from=") for source in line[:-1]]


def is_admitted(path):
    """Return whether .dockerignore lets a path of the repository into the build."""
    admitted = True
    for line in (ROOT / ".dockerignore").read_text().splitlines():
        if line and not line.startswith("#"):
            pattern = line.removeprefix("!").removeprefix("**/")
            if any(fnmatch.fnmatch(name, pattern) for name in _names(path)):
                admitted = line.startswith("!")
    return admitted


def _names(path):
    above = [str(parent) for parent in Path(path).parents if str(parent) != "."]
    return [path, *above, *Path(path).parts]


def context(folder):
    """Copy what the build gets into a folder."""
    files = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    for name in files:
        if is_admitted(name) and (ROOT / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target)
    return folder


def test_the_dockerfile_has_no_fault_that_a_linter_knows():
    done = subprocess.run(
        [BIN / "hadolint", DOCKERFILE], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_what_is_copied_exists_and_is_not_ignored():
    assert copied()
    for source in copied():
        path = ROOT / source
        assert path.exists(), source
        inside = path if path.is_file() else next(path.rglob("*.py"))
        assert is_admitted(str(inside.relative_to(ROOT))), source


@pytest.mark.parametrize(
    "path",
    [".git/config", ".venv/bin/python", "deploy/secrets/api_keys", "out/data/rushes.sqlite3"]
    + ["tests/service.py", "rushes.toml", ".env", "src/rushes/__pycache__/app.cpython-313.pyc"],
)
def test_secrets_and_leftovers_stay_out(path):
    assert not is_admitted(path)


def test_no_secret_is_in_a_layer():
    for name, rest in instructions():
        assert name != "ADD"
        if name in {"ENV", "ARG"}:
            assert not re.search(r"KEY|SECRET|PASSWORD|TOKEN", rest)


def test_the_user_is_a_fixed_number_and_no_root():
    uid, gid = value_of("USER").split(":")
    assert uid.isdecimal()
    assert int(uid) > 1000
    users = next(rest for _, rest in instructions() if "useradd" in rest)
    assert f"--uid {uid}" in users
    assert f"--gid {gid}" in users


def test_what_is_copied_is_enough_to_install(tmp_path):
    extras = re.search(r"EXTRAS=(\S+)", value_of("ARG"))[1].split(",")
    source, target = context(tmp_path / "context"), tmp_path / "installed"
    command = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--quiet"]
    done = subprocess.run(
        [*command, "--no-build-isolation", "--target", target, source],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (target / "rushes" / "catalog" / "models.json").is_file()
    (metadata,) = target.glob("rushes-*.dist-info/METADATA")
    provided = re.findall(r"^Provides-Extra: (\S+)$", metadata.read_text(), re.M)
    assert set(extras) <= set(provided)


CONFINED = """
mount --bind {writable} {writable}
mount -t tmpfs tmpfs {writable}/tmp
mount -o remount,bind,ro /
exec setpriv --reuid={uid} --regid={gid} --clear-groups --no-new-privs \
    --inh-caps=-all,+dac_read_search --ambient-caps=-all,+dac_read_search \
    --bounding-set=-all,+dac_read_search "$@"
"""


@pytest.fixture
def writable():
    """Give a folder for the image's volumes, in which its user may write."""
    folder = Path(tempfile.mkdtemp(prefix="rushes-image-"))
    folder.chmod(0o755)
    uid, gid = map(int, value_of("USER").split(":"))
    for name in ("lib", "cache", "tmp"):
        (folder / name).mkdir()
        os.chown(folder / name, uid, gid)
    yield folder
    shutil.rmtree(folder)


def can_confine():
    if os.geteuid() != 0 or not all(map(shutil.which, ("unshare", "setpriv"))):
        return False
    probe = ["unshare", "--mount", "--pid", "--fork", "mount", "-o", "remount,bind,ro", "/"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not can_confine(), reason="needs root, and namespaces")
def test_the_command_runs_as_process_1_without_rights_on_a_read_only_tree(writable):
    """The user may read all, because the tests' own Python may be in a closed folder."""
    uid, gid = value_of("USER").split(":")
    (port,) = free_ports(1)
    volumes = {"/var/lib/rushes": f"{writable}/lib", "/var/cache/rushes": f"{writable}/cache"}

    def placed(text):
        for place, folder in volumes.items():
            text = text.replace(place, folder)
        return text

    variables = dict(word.split("=", 1) for word in placed(value_of("ENV")).split())
    environment = {
        **variables,
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "RUSHES_PORT": str(port),
        "RUSHES_EMULATION": "instant",
        "TMPDIR": f"{writable}/tmp",
        "HOME": f"{writable}/lib",
    }
    script = CONFINED.format(writable=writable, uid=uid, gid=gid)
    inside = ["sh", "-euc", script, "sh", *json.loads(placed(value_of("CMD")))]
    isolated = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
    check = json.loads(value_of("HEALTHCHECK").partition("CMD ")[2])
    health = [sys.executable, *check[1:-1], ROOT / "deploy" / "healthcheck.py"]
    with subprocess.Popen(
        [*isolated, *inside],
        env=environment,
        cwd=writable / "lib",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            deadline = time.monotonic() + TIMEOUT
            while subprocess.run(
                health, env=environment, check=False, capture_output=True
            ).returncode:
                assert process.poll() is None, process.stdout.read()
                assert time.monotonic() < deadline
            (child,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            status = Path(f"/proc/{child}/status").read_text()
            assert re.search(rf"^Uid:\s+{uid}\s+{uid}\s", status, re.M)
            assert re.search(r"^NSpid:\s+\d+\s+1$", status, re.M)
            os.kill(int(child), signal.SIGTERM)
            output, _ = process.communicate(timeout=TIMEOUT)
            assert process.returncode == 0, output
        finally:
            process.kill()
    key = writable / "lib" / "initial-key"
    assert key.stat().st_mode & 0o777 == 0o600
    text = key.read_text().strip()
    assert text not in output
    assert str(key) in output


def test_the_health_check_fails_where_nothing_answers():
    (port,) = free_ports(1)
    done = subprocess.run(
        [sys.executable, ROOT / "deploy" / "healthcheck.py", str(port)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert f"port {port}" in done.stdout
