"""Machine code for the host's processor, made of LLVM's language and kept on disk.

A translation is a text with a line `; entry NAME(TYPE, ...) -> TYPE` for each function that Python
calls. The function is given the address of its arguments, 8 bytes each: of an array the address,
the shape, and the strides.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import hashlib
import os
import re
import shutil
import struct
import time
from typing import TYPE_CHECKING, Any

import llvmlite.binding as llvm  # type: ignore[import-untyped]
import numpy as np

from rushes.engines.cache_folder import cache_root

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Leaf = str | tuple[str, int, bool]  # a number's type; an array's letter, axes, and contiguity
KEPT = 30 * 86400.0  # seconds without use
_ENTRY = re.compile(r"^; entry (?P<name>\S+)\((?P<types>.*)\) -> (?P<result>\w+)$", re.MULTILINE)
_RESULTS = {"none": None, "int64": ctypes.c_int64, "float64": ctypes.c_double}
_WIDER = {"bool": ("int64", "float64"), "int64": ("float64",), "float32": ("float64",)}
_CHECKED = hashlib.sha256().digest_size


class Entry:
    """A function that Python calls; it releases Python's lock."""

    def __init__(self, types: str, result: str, address: int) -> None:
        self.types = tuple(_leaf(one) for one in types.split(", "))
        self._pack = struct.Struct("=" + "".join(map(_slots, self.types))).pack
        self._function = ctypes.CFUNCTYPE(_RESULTS[result], ctypes.c_char_p)(address)

    def __call__(self, values: Sequence[object]) -> object:
        return self._function(self._pack(*values))

    def accepts(self, given: tuple[Leaf, ...]) -> bool:
        """Return whether it can be called with these types instead of its own."""
        return len(given) == len(self.types) and all(map(_converts, given, self.types))


def _leaf(text: str) -> Leaf:
    name, *array = text.split(":")
    if not array:
        return name
    axes, layout = array
    return np.dtype(name).char, int(axes), layout == "C"


def spelled(leaf: Leaf) -> str:
    if not isinstance(leaf, tuple):
        return leaf
    letter, axes, contiguous = leaf
    return f"{np.dtype(letter)}:{axes}:{'C' if contiguous else 'A'}"


def _slots(leaf: Leaf) -> str:
    if isinstance(leaf, tuple):
        return "q" * (1 + 2 * leaf[1])
    return "d" if leaf.startswith("float") else "q"


def _converts(given: Leaf, wanted: Leaf) -> bool:
    if isinstance(given, str) or isinstance(wanted, str):
        return given == wanted or wanted in _WIDER.get(str(given), ())
    return given in (wanted, (*wanted[:2], True))  # what is contiguous is taken for what is not


def compiled(translation: str) -> list[Entry]:
    """Return the entries of a translation, after compiling it if the cache does not have it."""
    name = _ENTRY.search(translation)
    machine = _machine()
    digest = hashlib.sha256(f"{machine.identity}\0{translation}".encode()).hexdigest()
    stem = name["name"].rpartition(".")[0] if name else "kernel"
    path = cache_root() / "kernels" / f"{stem}-{digest[:24]}.o"
    code = _read(path)
    if code is None:
        code = machine.compile(translation)
        _write(path, code)
    machine.link(code)
    return [
        Entry(one["types"], one["result"], machine.address(one["name"]))
        for one in _ENTRY.finditer(translation)
    ]


def _read(path: Path) -> bytes | None:
    """Return machine code from the cache; None if there is none, or only a part of it."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    with contextlib.suppress(OSError):  # of another user, or on a disk that is only read
        os.utime(path)
    digest, code = kept[:_CHECKED], kept[_CHECKED:]
    return code if hashlib.sha256(code).digest() == digest else None


def _write(path: Path, code: bytes) -> None:
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            part.write_bytes(hashlib.sha256(code).digest() + code)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _delete_unused(path.parent)


def _delete_unused(folder: Path) -> None:
    for path in folder.iterdir():
        if time.time() - path.stat().st_mtime > KEPT:
            if path.is_dir():  # of a version that had a folder for each
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


@functools.cache
def _machine() -> _Machine:
    return _Machine()


class _Machine:
    """The host's processor."""

    def __init__(self) -> None:
        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        target = llvm.Target.from_default_triple()
        name, features = llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()
        self._target: Any = target.create_target_machine(
            cpu=name,
            features=features,
            opt=3,
            # Code that is loaded into memory calls others anywhere in it.
            reloc="static" if target.name.startswith("x86") else "default",
            codemodel="jitdefault",
        )
        self.identity = f"{llvm.llvm_version_info} {self._target.triple} {name} {features}"
        self._layout = f'target datalayout = "{self._target.target_data}"\n'
        self._engine: Any = llvm.create_mcjit_compiler(
            llvm.parse_assembly(self._layout), self._target
        )

    def compile(self, translation: str) -> bytes:
        module = llvm.parse_assembly(
            f'{self._layout}target triple = "{self._target.triple}"\n{translation}'
        )
        options = llvm.create_pipeline_tuning_options(speed_level=3)
        options.loop_vectorization = options.slp_vectorization = True
        options.loop_unrolling = False  # makes more code, which runs no faster
        passes = llvm.create_pass_builder(self._target, options)
        passes.getModulePassManager().run(module, passes)
        code: bytes = self._target.emit_object(module)
        return code

    def link(self, code: bytes) -> None:
        self._engine.add_object_file(llvm.ObjectFileRef.from_data(code))
        self._engine.finalize_object()

    def address(self, name: str) -> int:
        return int(self._engine.get_function_address(name))
