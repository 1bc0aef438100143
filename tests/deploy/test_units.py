"""The systemd units, judged by systemd's own tools, and the service under their filter."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy import sandbox
from tests.mp4 import minimal_mp4

SYSTEMD = Path(__file__).resolve().parents[2] / "deploy" / "systemd"
UNITS = sorted(SYSTEMD.glob("*.service"))
MOST_EXPOSED = 2.0
NEEDED = ("systemd-analyze", "systemd-sysusers", "systemd-tmpfiles")

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, NEEDED)), reason="needs the programs of systemd"
)
on_every_unit = pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)


def run(*command, **options):
    done = subprocess.run(command, check=False, capture_output=True, text=True, **options)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def installed(tmp_path):
    """Copy units into a folder, as instances where they are templates."""

    def install(unit, **replaced):
        text = unit.read_text()
        for old, new in replaced.items():
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / unit.name.replace("@.", "@8787.")
        path.write_text(text)
        return path

    return install


@on_every_unit
def test_a_unit_is_hardly_exposed(unit, installed):
    code, output = run(
        "systemd-analyze", "security", "--offline=true", "--no-pager", installed(unit)
    )
    assert code == 0, output
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", output)
    assert float(found[1]) <= MOST_EXPOSED


@on_every_unit
def test_a_unit_is_valid(unit, installed):
    path = installed(unit, **{"/opt/rushes/bin/rushes": "/bin/true"})
    assert run("systemd-analyze", "verify", "--man=no", path) == (0, "")


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root")
def test_the_user_and_the_folders_are_created(tmp_path):
    (tmp_path / "etc").mkdir()
    root = f"--root={tmp_path}"
    code, output = run("systemd-sysusers", root, SYSTEMD / "sysusers.conf")
    assert code == 0, output
    users = (tmp_path / "etc" / "passwd").read_text()
    assert re.search(r"^rushes:x:\d+:\d+:[^:]*:/var/lib/rushes:/usr/sbin/nologin$", users, re.M)
    for _ in range(2):  # at every start of the machine
        code, output = run("systemd-tmpfiles", root, "--create", SYSTEMD / "tmpfiles.conf")
        assert code == 0, output
    uid = int(users.split(":")[2])
    for name, mode, owner in (
        ("etc/rushes/credentials", 0o750, 0),
        ("var/lib/rushes", 0o700, uid),
        ("var/cache/rushes", 0o700, uid),
        ("etc/rushes/rushes.toml", 0o640, 0),
    ):
        status = (tmp_path / name).stat()
        assert (status.st_mode & 0o777, status.st_uid) == (mode, owner), name


@on_every_unit
def test_secrets_are_read_from_the_folder_that_is_created(unit):
    folder = re.search(r"^Environment=CREDENTIALS_DIRECTORY=(\S+)$", unit.read_text(), re.M)[1]
    assert f"d {folder} 0750 root   rushes" in (SYSTEMD / "tmpfiles.conf").read_text()
    assert f"CREDENTIALS_DIRECTORY={folder} " in (SYSTEMD / "rushes-admin").read_text()


@pytest.mark.skipif(platform.system() != "Linux", reason="needs Linux")
class TestFilter:
    """What systemd would forbid is forbidden to a real process."""

    def test_it_forbids_something(self):
        code = "import os; os.setuid(os.getuid())"
        assert _confined(sys.executable, "-c", code)[0] == 1
        assert "Operation not permitted" in _confined(sys.executable, "-c", code)[1]

    def test_the_service_renders_a_video(self, tmp_path):
        video = tmp_path / "video.mp4"
        code, output = _confined(
            *(sys.executable, "-m", "rushes", "generate", "Gold, abstract", "--output", video),
            *("--model", "rushes/procedural-1", "--aspect-ratio", "16:9", "--resolution", "360p"),
            *("--duration", "1", "--data-dir", tmp_path / "data"),
        )
        assert code == 0, output
        assert video.read_bytes()[4:8] == minimal_mp4(b"")[4:8]


def _confined(*command):
    return run(sys.executable, sandbox.__file__, UNITS[-1], *command)
