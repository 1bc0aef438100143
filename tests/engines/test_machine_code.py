"""Machine code: what is kept on disk, other processors, and calls that no kernel is made for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import llvmlite.binding as llvm  # type: ignore[import-untyped]
import numpy as np
import pytest

from rushes.engines.procedural.kernel import FOLDER
from rushes.engines.procedural.machine_code import KEPT, Processor
from rushes.engines.procedural.tone_mapping import _keep_bright

if TYPE_CHECKING:
    from pathlib import Path

ONE_KERNEL = """
import numpy as np
from rushes.engines.procedural.tone_mapping import _keep_bright
light = np.linspace(0.0, 2.0, 12, dtype=np.float32).reshape(2, 2, 3)
_keep_bright(light, 1.0)
print(light.round(3).tolist())
"""


def bright(cache: Path) -> str:
    """Run one kernel in a process of its own; return what it printed."""
    environment = {**os.environ, "RUSHES_CACHE_DIR": str(cache)}
    command = [sys.executable, "-W", "error", "-c", ONE_KERNEL]
    ran = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert ran.stderr == ""
    return ran.stdout


@pytest.mark.parametrize("damage", ["cut off", "changed", "empty"])
def test_damaged_machine_code_is_made_again(tmp_path: Path, damage: str) -> None:
    expected = bright(tmp_path)
    (file,) = (tmp_path / "kernels").iterdir()
    code = file.read_bytes()
    half = len(code) // 2
    damaged = {
        "cut off": code[:half],
        "changed": code[:half] + code[half + 1 :] + b"\0",
        "empty": b"",
    }
    file.write_bytes(damaged[damage])

    assert bright(tmp_path) == expected
    assert file.read_bytes() == code
    assert list((tmp_path / "kernels").iterdir()) == [file]


def test_kernels_run_where_nothing_can_be_kept(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert bright(blocked) == bright(tmp_path / "cache")
    assert blocked.read_bytes() == b""


def test_what_was_not_used_for_a_month_is_deleted(tmp_path: Path) -> None:
    folder = tmp_path / "kernels"
    stale, of_another_version, recent = folder / "a.o", folder / "0123456789abcdef", folder / "b.o"
    of_another_version.mkdir(parents=True)
    (of_another_version / "kernel.nbi").write_bytes(b"code")
    for file in (stale, recent):
        file.write_bytes(b"code")
    long_ago = time.time() - KEPT - 60.0
    for path in (stale, of_another_version):
        os.utime(path, (long_ago, long_ago))

    bright(tmp_path)
    (own,) = set(folder.iterdir()) - {recent}
    assert own.name.startswith("tone_mapping._keep_bright-")
    assert recent.exists()

    os.utime(own, (long_ago, long_ago))
    bright(tmp_path)
    assert own.stat().st_mtime > long_ago + KEPT  # its use is noted


@pytest.mark.parametrize("triple", ["aarch64-unknown-linux-gnu", "arm64-apple-macosx"])
def test_every_translation_compiles_for_other_processors(triple: str) -> None:
    llvm.initialize_all_targets()
    llvm.initialize_all_asmprinters()
    processor = Processor(triple)
    for path in FOLDER.iterdir():
        assert processor.compile(path.read_text())


AT_ONCE = """
import threading
import numpy as np
from rushes.engines.procedural.tone_mapping import _keep_bright
begin = threading.Barrier(8)
lights = [np.linspace(0.0, 2.0, 12, dtype=np.float32).reshape(2, 2, 3) for _ in range(8)]
def run(light):
    begin.wait()
    _keep_bright(light, 1.0)
threads = [threading.Thread(target=run, args=(light,)) for light in lights]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(*{str(light.round(3).tolist()) for light in lights})
"""


def test_threads_and_processes_can_begin_with_the_same_kernel(tmp_path: Path) -> None:
    environment = {**os.environ, "RUSHES_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-W", "error", "-c", AT_ONCE]
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    printed = [process.communicate()[0] for process in running]
    assert printed == [bright(tmp_path / "other")] * 3
    (file,) = (tmp_path / "cache" / "kernels").iterdir()
    (other,) = (tmp_path / "other" / "kernels").iterdir()
    assert (file.name, file.read_bytes()) == (other.name, other.read_bytes())


def test_a_call_with_other_types_says_which() -> None:
    light = np.zeros((2, 2, 3))
    with pytest.raises(TypeError, match=r"tone_mapping\._keep_bright .* float64:3:C, float64"):
        _keep_bright(light, 1.0)  # type: ignore[arg-type] # what is tested
    with pytest.raises(TypeError, match="str"):
        _keep_bright(light.astype(np.float32), "bright")  # type: ignore[arg-type] # what is tested


def test_a_whole_number_is_taken_for_a_fraction_and_not_the_other_way() -> None:
    one, other = (np.full((2, 2, 3), 1.5, np.float32) for _ in range(2))
    _keep_bright(one, 1)
    _keep_bright(other, 1.0)
    assert one.tolist() == other.tolist()
    with pytest.raises(TypeError, match="not translated"):
        _keep_bright(one[:, ::2], 1.0)  # it takes contiguous arrays only
