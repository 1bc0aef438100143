"""Translate kernels to LLVM IR, with numba.

The text is for every processor: it is optimized as far as that does not depend on one. Besides what
numba documents, this relies on its option that leaves out counting references to arrays, on its
calling convention, on how it flattens arguments, and on how it resolves calls of its functions.
"""

from __future__ import annotations

import functools
import itertools
import os
import platform
import re
import sys
from typing import TYPE_CHECKING, Any

if "numba" in sys.modules:
    raise ImportError(
        "kernel_translation has to be imported before numba, which reads settings once"
    )
os.environ |= {"NUMBA_OPT": "0", "NUMBA_CPU_NAME": "generic", "NUMBA_CPU_FEATURES": ""}

import llvmlite  # type: ignore[import-untyped]
import llvmlite.binding as llvm  # type: ignore[import-untyped]
import numba
from llvmlite import ir
from numba.core import types
from numba.core.registry import cpu_target
from numba.extending import models, register_model, typeof_impl
from scripts.kernel_source import source_hash

from rushes.engines.procedural.kernel import Inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rushes.engines.procedural.kernel import Kernel

Types = tuple[Any, ...]  # numba's types of a call's arguments
_RESULTS = (types.none, types.int64, types.float64)
_TRAP = "llvm.trap"
# Attributes and metadata that only help to optimize. Older versions of LLVM cannot parse those of
# newer ones.
_NOTES = re.compile(
    r"(?:,? ![\w.]+ !\d+"
    r"| (?:captures|range|initializes|memory|dead_on_return)\((?:[^()]|\([^()]*\))*\)"
    r"| (?:samesign|nneg|disjoint|nofree|noundef|nonnull|writable|writeonly|readonly|readnone"
    r"|dead_on_unwind|local_unnamed_addr|unnamed_addr|#\d+))(?=[ ,)\n])"
)
_EXTERNAL = re.compile(r"^declare \w+ @(?!llvm\.)(\w+)\(.*\)$", re.MULTILINE)
_OF_C = {"atan2", "log2", "sqrt", "sqrtf"}  # of the C library; they have no effect but a result


def versions() -> str:
    """Return what the text depends on besides the kernels."""
    python = ".".join(platform.python_version_tuple()[:2])
    return (
        f"Python {python}, numba {numba.__version__}, llvmlite {llvmlite.__version__},"
        f" {platform.system()} {platform.machine()}"
    )


def translated(kernel: Kernel, calls: Iterable[Types]) -> str:
    """Return the kernel's translation for calls with arguments of these types.

    Raises ValueError if it may raise an exception, returns what an entry cannot, or calls what is
    not in every process.
    """
    head = f"; generated with {versions()}\n; source {source_hash(kernel)}\n"
    whole = llvm.parse_assembly("")
    for number, given in enumerate(calls):
        name = f"{kernel.name}.{number}"
        module, result = _module(kernel, given, name)
        head += f"; entry {name}({', '.join(map(_named, _leaves(given)))}) -> {result}\n"
        whole.link_in(module)
    text = _readable(str(_optimized(whole)))
    if _TRAP in text:
        raise ValueError(f"{kernel.name} may raise an exception, which would be lost")
    unknown = set(_EXTERNAL.findall(text)) - _OF_C
    if unknown:
        raise ValueError(f"{kernel.name} calls {', '.join(sorted(unknown))}")
    return head + _EXTERNAL.sub(r"\g<0> nounwind willreturn memory(none)", text)


def _module(kernel: Kernel, given: Types, name: str) -> tuple[Any, Any]:
    """Return a module with a function of this name, and the type that it returns."""
    function = _dispatcher(kernel)
    function.compile(given)
    made = function.overloads[given]
    result = made.signature.return_type
    if result not in _RESULTS:
        raise ValueError(f"{kernel.name} returns {result}; an entry returns {_RESULTS}")
    module = llvm.parse_assembly(function.inspect_llvm(given))
    native = made.fndesc.llvm_func_name
    _keep_only(module, native)
    module.link_in(llvm.parse_assembly(_entry(name, native, given, result)))
    _keep_only(module, name)
    return module, result


@functools.cache
def _dispatcher(function: Kernel | Inline) -> Any:
    """Return numba's form of a function; those that it calls get theirs when they are typed."""
    options: dict[str, Any] = {
        "error_model": "numpy",
        "_nrt": False,
        "no_cpython_wrapper": True,
        "no_cfunc_wrapper": True,
    }
    if not isinstance(function, Inline):
        return numba.njit(**options)(function.__wrapped__)
    made = numba.njit(**options, inline="never", forceinline=function.copied)(function.__wrapped__)
    if function.signature is not None:
        made.compile(function.signature)
        made.disable_compile()
    return made


class _InlineType(types.Dispatcher):
    """The type of an inner function, for which a literal is a number like any other.

    numba would translate it once more for each literal, also for the first value of a variable that
    changes.
    """

    def get_call_type(self, context: Any, args: Any, kws: Any) -> Any:
        plain: Any = types.unliteral
        named = {name: plain(value) for name, value in kws.items()}
        return super().get_call_type(context, tuple(map(plain, args)), named)


register_model(_InlineType)(models.OpaqueModel)


@typeof_impl.register(Inline)
def _typeof_inline(value: Inline, context: object) -> object:
    return _InlineType(_dispatcher(value))


def types_of(args: tuple[object, ...]) -> Types:
    """Return numba's types of a call's arguments. Arrays are writable, and contiguous or not."""
    return tuple(_plain(numba.typeof(one)) for one in args)


def _plain(given: Any) -> Any:
    if isinstance(given, types.Array):
        return types.Array(given.dtype, given.ndim, "C" if given.layout == "C" else "A")
    if isinstance(given, types.BaseTuple):
        parts = tuple(map(_plain, given))  # type: ignore[call-overload] # iterates
        return types.BaseTuple.from_types(parts, getattr(given, "instance_class", None))
    return given


def _leaves(given: Types) -> Iterator[Any]:
    for one in given:
        if isinstance(one, types.BaseTuple):
            yield from _leaves(tuple(one))  # type: ignore[call-overload] # iterates
        else:
            yield one


def _named(leaf: Any) -> str:
    return f"{leaf.dtype}:{leaf.ndim}:{leaf.layout}" if isinstance(leaf, types.Array) else str(leaf)


def _entry(name: str, native: str, given: Types, result: Any) -> str:
    """Return a function that takes its arguments from memory and calls numba's with them.

    It traps where the kernel would raise an exception, which nobody would see.
    """
    context = cpu_target.target_context
    kinds = context.call_conv._get_arg_packer(given).argument_types
    module, pointer, kind = ir.Module(), ir.PointerType(), context.get_value_type(result)
    status = ir.IntType(32)
    called = ir.Function(module, ir.FunctionType(status, [pointer, pointer, *kinds]), native)
    returned = ir.VoidType() if result == types.none else kind
    builder = ir.IRBuilder(
        ir.Function(module, ir.FunctionType(returned, [pointer]), name).append_basic_block()
    )
    back, error = builder.alloca(kind), builder.alloca(pointer)
    args = _arguments(builder, given, kinds)
    failed = builder.icmp_unsigned("!=", builder.call(called, [back, error, *args]), status(0))
    with builder.if_then(failed):
        builder.call(module.declare_intrinsic(_TRAP, (), ir.FunctionType(ir.VoidType(), ())), ())
    if result == types.none:
        builder.ret_void()
    else:
        builder.ret(builder.load(back, typ=kind))
    return str(module)


def _arguments(builder: Any, given: Types, kinds: Sequence[Any]) -> list[Any]:
    """Return what numba's function gets: of an array its parts, else a number."""
    memory, whole, double = builder.function.args[0], ir.IntType(64), ir.DoubleType()
    slots = itertools.count()
    args: list[Any] = []

    def loaded(kind: Any) -> Any:
        address = builder.gep(memory, [whole(next(slots))], source_etype=whole)
        return builder.load(address, typ=kind, align=8)

    for leaf in _leaves(given):
        kind = kinds[len(args)]
        if isinstance(leaf, types.Array):
            data, *places = loaded(ir.PointerType()), *(loaded(whole) for _ in range(2 * leaf.ndim))
            items = functools.reduce(builder.mul, places[: leaf.ndim])
            # No owner and no parent: references are not counted.
            size = whole(leaf.dtype.bitwidth // 8)
            args += [kind(None), kind(None), items, size, data, *places]
        elif kind == ir.FloatType():
            args.append(builder.fptrunc(loaded(double), kind))
        elif kind in (double, whole):
            args.append(loaded(kind))
        else:
            args.append(builder.trunc(loaded(whole), kind))
    return args


def _keep_only(module: Any, name: str) -> None:
    """Drop what the function does not need, such as what lets Python call it."""
    for one in (*module.functions, *module.global_variables):
        if not one.is_declaration and one.name != name:
            one.linkage = "internal"
    _run(module, "global_dead_code_eliminate")


def _optimized(module: Any) -> Any:
    options = llvm.create_pipeline_tuning_options(speed_level=2)
    options.loop_vectorization = options.slp_vectorization = False  # depend on the processor
    options.loop_unrolling = options.loop_interleaving = False
    passes = llvm.create_pass_builder(_any_processor(), options)
    passes.getModulePassManager().run(module, passes)
    _run(module, "global_dead_code_eliminate", "strip_symbols", "strip_dead_prototype")
    return module


def _run(module: Any, *names: str) -> None:
    passes = llvm.create_new_module_pass_manager()
    for name in names:
        getattr(passes, f"add_{name}_pass")()
    options = llvm.create_pipeline_tuning_options(speed_level=0)
    passes.run(module, llvm.create_pass_builder(_any_processor(), options))


@functools.cache
def _any_processor() -> Any:
    llvm.initialize_native_target()
    return llvm.Target.from_default_triple().create_target_machine()


def _readable(text: str) -> str:
    """Leave out what depends on the host and on the version of LLVM, and comments."""
    left_out = ("source_filename", "target ", "attributes ", "!", ";")
    lines = (line.partition("  ; preds")[0].rstrip() for line in text.splitlines())
    kept = (line for line in lines if line and not line.startswith(left_out))
    return "".join(_NOTES.sub("", f"{line}\n") for line in kept if "metadata !" not in line)
