"""What numba does to compile kernels, less what they do not need: a quarter of its time.

Pipelines are numba's own way to leave passes out or replace them. Of its private parts this uses
how a library ends (`_CopiedCode`), how it is linked (`_CalledCode`), and what a function without an
entry point is known by.
"""

# mypy: disable-error-code="no-untyped-call"
# numba has no types.

from __future__ import annotations

from typing import Any

import llvmlite.binding  # type: ignore[import-untyped]
from numba import _dynfunc  # type: ignore[attr-defined] # compiled
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import CompilerBase, DefaultPassBuilder
from numba.core.compiler_machinery import PassManager, register_pass
from numba.core.typed_passes import InlineOverloads, NativeLowering, NopythonRewrites
from numba.core.untyped_passes import InlineClosureLikes

# For closures, for expressions of whole arrays, and for functions that numba copies before typing.
_UNUSED = {InlineClosureLikes, NopythonRewrites, InlineOverloads}


class KernelPipeline(CompilerBase):
    lowering: type = NativeLowering

    def define_pipelines(self) -> list[Any]:
        passes = PassManager("kernel")
        for one, name in DefaultPassBuilder.define_nopython_pipeline(self.state).passes:
            if one not in _UNUSED:
                passes.add_pass(self.lowering if one is NativeLowering else one, name)
        passes.finalize()
        return [passes]


class _CopiedCode(JITCodeLibrary):
    """Code that is only copied into that of others: no machine code is made of it."""

    def _finalize_final_module(self) -> None:
        self._finalize_dynamic_globals()
        self._finalized = True


@register_pass(mutates_CFG=True, analysis_only=False)
class _CopiedLowering(NativeLowering):
    _name = "copied_lowering"

    def run_pass(self, state: Any) -> bool:
        state.library = _CopiedCode(state.targetctx.codegen(), state.func_id.func_qualname)
        state.flags.no_compile = True
        super().run_pass(state)
        made, library = state.cr, state.library
        name = made.fndesc.qualname
        # Stands for the function in numba's tables; it cannot be called.
        entry = _dynfunc.make_function(
            made.fndesc.lookup_module(), name, name, 0, made.env, (library,)
        )
        state.targetctx.insert_user_function(entry, made.fndesc, [library])
        state.cr = made._replace(cfunc=entry)
        return True


class CopiedPipeline(KernelPipeline):
    lowering = _CopiedLowering


class _CalledCode(JITCodeLibrary):
    """Code that others call where it is: their machine code does not contain it."""

    def _get_module_for_linking(self) -> Any:
        return llvmlite.binding.parse_assembly(
            f'target datalayout = "{self._final_module.data_layout}"'
        )


@register_pass(mutates_CFG=True, analysis_only=False)
class _CalledLowering(NativeLowering):
    _name = "called_lowering"

    def run_pass(self, state: Any) -> bool:
        state.library = _CalledCode(state.targetctx.codegen(), state.func_id.func_qualname)
        state.library.enable_object_caching()
        # A number of this process, which would become part of the name that callers call it by.
        state.func_id.unique_id = None
        return bool(super().run_pass(state))


class CalledPipeline(KernelPipeline):
    lowering = _CalledLowering
