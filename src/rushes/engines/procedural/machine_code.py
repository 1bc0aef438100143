"""Machine code for the host's processor, made from LLVM IR and kept on disk.

A translation is LLVM IR with a line `; entry NAME(TYPE, ...) -> TYPE` for each function that Python
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
from pathlib import Path
from typing import TYPE_CHECKING, Any

import llvmlite
import llvmlite.binding as llvm
import numpy as np

from rushes.engines.cache_folder import cache_root

if TYPE_CHECKING:
    from collections.abc import Sequence

Leaf = str | tuple[str, int, bool]  # a number's type; an array's dtype, axes, and contiguity
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
    return np.dtype(name).str, int(axes), layout == "C"


def spelled(leaf: Leaf) -> str:
    if not isinstance(leaf, tuple):
        return leaf
    dtype, axes, contiguous = leaf
    return f"{np.dtype(dtype)}:{axes}:{'C' if contiguous else 'A'}"


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
    entries = list(_ENTRY.finditer(translation))
    host = _host()
    digest = hashlib.sha256(f"{host.identity}\0{translation}".encode()).hexdigest()
    kernel = entries[0]["name"].rpartition(".")[0]
    path = cache_root() / "kernels" / f"{kernel}-{digest[:24]}.o"
    code = _read(path)
    if code is None:
        code = host.compile(translation)
        _write(path, code)
    host.link(code)
    return [Entry(one["types"], one["result"], host.address(one["name"])) for one in entries]


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


class Processor:
    """What machine code is for: a platform as LLVM names it, a model, and what the model has."""

    def __init__(self, triple: str, model: str = "", features: str = "") -> None:
        target = llvm.Target.from_triple(triple)
        self._machine: Any = target.create_target_machine(
            cpu=model,
            features=features,
            opt=3,
            # LLVM's linker needs static code on x86. With this code model it is not bound to be
            # near to what it calls.
            reloc="static" if target.name.startswith("x86") else "default",
            codemodel="jitdefault",
        )
        self._layout = f'target datalayout = "{self._machine.target_data}"\n'
        made_by = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
        self.identity = f"{llvmlite.__version__} {made_by} {triple} {model} {features}"

    def compile(self, translation: str) -> bytes:
        module = llvm.parse_assembly(
            f'{self._layout}target triple = "{self._machine.triple}"\n{translation}'
        )
        options = llvm.create_pipeline_tuning_options(speed_level=3)
        options.loop_vectorization = options.slp_vectorization = True
        options.loop_unrolling = False  # makes more code, which runs no faster
        passes = llvm.create_pass_builder(self._machine, options)
        passes.getModulePassManager().run(module, passes)
        code: bytes = self._machine.emit_object(module)
        return code


class _Host(Processor):
    """The processor of this process, with the functions that were linked."""

    def __init__(self) -> None:
        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        features = llvm.get_host_cpu_features().flatten()
        super().__init__(llvm.get_process_triple(), llvm.get_host_cpu_name(), features)
        empty = llvm.parse_assembly(self._layout)
        self._engine: Any = llvm.create_mcjit_compiler(empty, self._machine)

    def link(self, code: bytes) -> None:
        self._engine.add_object_file(llvm.ObjectFileRef.from_data(code))
        self._engine.finalize_object()

    def address(self, name: str) -> int:
        return int(self._engine.get_function_address(name))


_host = functools.cache(_Host)
