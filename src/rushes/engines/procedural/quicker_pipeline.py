"""What numba does to compile kernels, less what they do not need: more than half of its time.

Pipelines are numba's own way to leave passes out or replace them, and a lowering class is its way
to change the code that it writes. Of its private parts this uses how a pass is run (`_Passes`), how
a library is optimized, linked, and ended (the classes named `...Code`), and what a function without
an entry point is known by.
"""

# mypy: disable-error-code="no-untyped-call"
# numba has no types.

from __future__ import annotations

from typing import Any

import llvmlite.binding  # type: ignore[import-untyped]
from numba import _dynfunc  # type: ignore[attr-defined] # compiled
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import CompilerBase
from numba.core.compiler_machinery import PassManager, register_pass
from numba.core.interpreter import Interpreter
from numba.core.ir_utils import build_definitions
from numba.core.rewrites.registry import rewrite_registry
from numba.core.ssa import reconstruct_ssa
from numba.core.transforms import canonicalize_cfg
from numba.core.typed_passes import (
    NativeLowering,
    NoPythonBackend,
    NopythonTypeInference,
    PreLowerStripPhis,
)
from numba.core.untyped_passes import (
    DeadBranchPrune,
    FixupArgs,
    GenericRewrites,
    ReconstructSSA,
    RewriteSemanticConstants,
    TranslateByteCode,
)

from rushes.engines.procedural.quicker_lowering import KernelLower


class _Passes(PassManager):
    """Passes that run without numba's events, timings, and checks between them."""

    def _runPass(self, index: int, pss: Any, internal_state: Any) -> None:  # noqa: N802 - numba's
        pss.analysis = self._analysis
        pss.run_pass(internal_state)


class _Interpreter(Interpreter):
    def post_process(self, peepholes: Any, func_ir: Any) -> Any:
        """Do nothing: it is for `with`, `try`, and arguments with an asterisk."""
        return func_ir


@register_pass(mutates_CFG=True, analysis_only=False)
class _TranslateByteCode(TranslateByteCode):
    def run_pass(self, state: Any) -> bool:
        state.func_ir = _Interpreter(state.func_id).interpret(state.bc)
        state.func_ir.blocks = canonicalize_cfg(state.func_ir.blocks)
        return True


# The next three are numba's without the lifetimes of variables, which only references need.


@register_pass(mutates_CFG=True, analysis_only=False)
class _GenericRewrites(GenericRewrites):
    def run_pass(self, state: Any) -> bool:
        blocks = state.func_ir.blocks
        for rewrite_class in rewrite_registry.rewrites["before-inference"]:
            rewrite = rewrite_class(state)
            pending = list(blocks)
            while pending:
                key = pending[-1]
                if rewrite.match(state.func_ir, blocks[key], state.typemap, state.calltypes):
                    blocks[key] = rewrite.apply()
                else:
                    pending.pop()
        return True


@register_pass(mutates_CFG=True, analysis_only=False)
class _ReconstructSSA(ReconstructSSA):
    def run_pass(self, state: Any) -> bool:
        state.func_ir = reconstruct_ssa(state.func_ir)
        state.func_ir._definitions = build_definitions(state.func_ir.blocks)
        return True


@register_pass(mutates_CFG=True, analysis_only=False)
class _StripPhis(PreLowerStripPhis):
    def run_pass(self, state: Any) -> bool:
        state.func_ir = self._strip_phi_nodes(state.func_ir)
        return True


class _KernelCode(JITCodeLibrary):
    """Code that is optimized once, as no references have to be found in it before that."""

    def _optimize_functions(self, ll_module: Any) -> None:
        ll_module.data_layout = self._codegen._data_layout

    def _optimize_final_module(self) -> None:
        options = llvmlite.binding.create_pipeline_tuning_options(speed_level=3)
        options.loop_vectorization = options.slp_vectorization = True
        options.loop_unrolling = False  # makes more code, which runs no faster
        passes = llvmlite.binding.create_pass_builder(self._codegen._tm, options)
        passes.getModulePassManager().run(self._final_module, passes)


@register_pass(mutates_CFG=True, analysis_only=False)
class _KernelLowering(NativeLowering):
    _name = "kernel_lowering"
    code: type[JITCodeLibrary] = _KernelCode

    @property
    def lowering_class(self) -> type:
        return KernelLower

    def run_pass(self, state: Any) -> bool:
        state.library = self.code(state.targetctx.codegen(), state.func_id.func_qualname)
        state.library.enable_object_caching()
        return bool(super().run_pass(state))


class KernelPipeline(CompilerBase):
    """What numba needs for loops over numbers and given arrays."""

    lowering: type = _KernelLowering

    def define_pipelines(self) -> list[Any]:
        passes = _Passes("kernel")
        for one in (
            _TranslateByteCode,
            FixupArgs,
            RewriteSemanticConstants,
            DeadBranchPrune,
            _GenericRewrites,
            _ReconstructSSA,
            NopythonTypeInference,
            _StripPhis,
            self.lowering,
            NoPythonBackend,
        ):
            passes.add_pass(one, one.__name__)
        passes.finalize()
        return [passes]


class _CopiedCode(JITCodeLibrary):
    """Code that is only copied into that of others: no machine code is made of it."""

    def _optimize_final_module(self) -> None:
        """Leave to its callers what takes more than a look at each function alone."""

    def _finalize_final_module(self) -> None:
        self._finalize_dynamic_globals()
        self._finalized = True


@register_pass(mutates_CFG=True, analysis_only=False)
class _CopiedLowering(_KernelLowering):
    _name = "copied_lowering"
    code = _CopiedCode

    def run_pass(self, state: Any) -> bool:
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


class _CalledCode(_KernelCode):
    """Code that others call where it is: their machine code does not contain it."""

    def _get_module_for_linking(self) -> Any:
        return llvmlite.binding.parse_assembly(
            f'target datalayout = "{self._final_module.data_layout}"'
        )


@register_pass(mutates_CFG=True, analysis_only=False)
class _CalledLowering(_KernelLowering):
    _name = "called_lowering"
    code = _CalledCode

    def run_pass(self, state: Any) -> bool:
        # A number of this process, which would become part of the name that callers call it by.
        state.func_id.unique_id = None
        return super().run_pass(state)


class CalledPipeline(KernelPipeline):
    lowering = _CalledLowering
