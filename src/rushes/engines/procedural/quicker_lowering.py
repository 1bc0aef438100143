"""How kernels are written in LLVM's language: with less than half of numba's instructions.

numba keeps most variables and structures in memory, clears them there when they are no longer used,
and asks after each call whether it failed. That matters where references are counted and errors
raised. LLVM takes time to undo it.
"""

# mypy: disable-error-code="no-untyped-call"
# numba has no types.

from __future__ import annotations

from collections import Counter
from typing import Any

from llvmlite import ir as llvm  # type: ignore[import-untyped]
from numba.core import base, cgutils, imputils, ir, types
from numba.core.analysis import compute_cfg_from_blocks, compute_use_defs
from numba.core.lowering import Lower
from numba.np.arrayobj import fix_integer_index, load_item, store_item

_DATA, _SHAPE, _STRIDES = 4, 5, 6  # parts of numba's structure of an array


class KernelLower(Lower):
    """Lowers functions that count no references."""

    def setup_function(self, fndesc: Any) -> None:
        super().setup_function(fndesc)
        self.builder = _Builder(self.entry_block)
        self.call_helper = self.call_conv.init_call_helper(self.builder)

    def lower_normal_function(self, fndesc: Any) -> None:
        super().lower_normal_function(fndesc)
        _drop_unused_structures(self.function)

    def _find_singly_assigned_variable(self) -> None:
        """Find the variables that are values, also where they are used in other blocks."""
        blocks = self.func_ir.blocks
        dominators = compute_cfg_from_blocks(blocks).dominators()
        found = compute_use_defs(blocks)
        assigned = Counter(
            one.target.name for block in blocks.values() for one in block.find_insts(ir.Assign)
        )
        home = {name: block for block, names in found.defmap.items() for name in names}
        values = {name for name, times in assigned.items() if times == 1}
        for block, names in found.usemap.items():
            # Blocks are written in the order of their numbers.
            values -= {
                name
                for name in names & values
                if not (home[name] in dominators[block] and home[name] < block)
            }
        self._singly_assigned_vars = values
        self._blk_local_varmap: dict[str, Any] = {}

    def lower_block(self, block: Any) -> None:
        self._cur_ir_block = block
        for step in block.body:
            self.loc = step.loc
            if isinstance(step, ir.Assign):
                name = step.target.name
                self.storevar(self.lower_assign(self.typeof(name), step), name)
            else:
                self.lower_inst(step)

    def storevar(self, value: Any, name: str, argidx: int | None = None) -> None:
        if name in self._singly_assigned_vars:
            self._blk_local_varmap[name] = value
        else:
            self.builder.store(value, self.getvar(name))

    def delvar(self, name: str) -> None:
        """Do nothing: only references would have to be given back."""

    def alloca_lltype(self, name: str, lltype: Any, datamodel: Any = None) -> Any:
        with self.builder.goto_entry_block():
            return self.builder.alloca(lltype, name=name)

    def lower_getitem(self, resty: Any, expr: Any, value: Any, index: Any, signature: Any) -> Any:
        element = self._element(value.name, index.name)
        if element is None:
            return super().lower_getitem(resty, expr, value, index, signature)
        array = self.typeof(value.name)
        loaded = load_item(self.context, self.builder, array, element)
        return self.context.cast(self.builder, loaded, array.dtype, resty)

    def lower_setitem(self, target_var: Any, index_var: Any, value_var: Any, signature: Any) -> Any:
        element = self._element(target_var.name, index_var.name)
        if element is None:
            return super().lower_setitem(target_var, index_var, value_var, signature)
        array = self.typeof(target_var.name)
        value = self.loadvar(value_var.name)
        stored = self.context.cast(self.builder, value, self.typeof(value_var.name), array.dtype)
        return store_item(self.context, self.builder, array, stored, element)

    def _element(self, array: str, index: str) -> Any:
        """Return the address of one element; None if the index is not one integer per axis."""
        type_, index_type = self.typeof(array), self.typeof(index)
        if not isinstance(type_, types.Array):
            return None
        whole, at, part = self.loadvar(array), self.loadvar(index), self.builder.extract_value
        places, indices = [index_type], [at]
        if isinstance(index_type, types.BaseTuple):
            places = list(index_type)  # type: ignore[call-overload] # iterates
            indices = [part(at, number) for number in range(len(places))]
        if len(places) != type_.ndim or not all(isinstance(one, types.Integer) for one in places):
            return None
        axes = range(type_.ndim)
        shape = [part(whole, [_SHAPE, axis]) for axis in axes]
        return cgutils.get_item_pointer2(
            self.context,
            self.builder,
            data=part(whole, _DATA),
            shape=shape,
            strides=[part(whole, [_STRIDES, axis]) for axis in axes],
            layout=type_.layout,
            inds=[
                fix_integer_index(self.context, self.builder, *one)
                for one in zip(places, indices, shape, strict=True)
            ],
        )


def _drop_unused_structures(function: Any) -> None:
    """Drop the steps that put together what is only used in parts; their types are long."""
    uses = Counter(
        id(one) for block in function.blocks for step in block.instructions for one in _used(step)
    )
    for block in reversed(function.blocks):
        kept = []
        for step in reversed(block.instructions):
            if isinstance(step, llvm.instructions.InsertValue) and not uses[id(step)]:
                uses.subtract(id(one) for one in _used(step))
            else:
                kept.append(step)
        block.instructions = kept[::-1]


def _used(step: Any) -> list[Any]:
    if isinstance(step, llvm.instructions.PhiInstr):
        return [value for value, _ in step.incomings]
    return list(step.operands)


def call_unchecked() -> None:
    """Have kernels, for the rest of this process, not ask whether the functions they call failed.

    None of them raises an error. Asking takes 30 instructions and four branches a call.
    """
    base.user_function = _user_function  # type: ignore[attr-defined]


def _user_function(fndesc: Any, libs: Any) -> Any:
    checked = imputils.user_function(fndesc, libs)

    def call(context: Any, builder: Any, sig: Any, args: Any) -> Any:
        if not isinstance(builder, _Builder):
            return checked(context, builder, sig, args)
        function = context.declare_function(builder.module, fndesc)
        with builder.goto_entry_block():
            result = builder.alloca(function.function_type.args[0].pointee)
        error = builder.function.args[1]  # where to put it, if there were one
        flat = context.call_conv._get_arg_packer(fndesc.argtypes).as_arguments(builder, args)
        builder.call(function, [result, error, *flat])
        return context.get_returned_value(builder, fndesc.restype, builder.load(result))

    call.signature, call.libs = checked.signature, checked.libs  # type: ignore[attr-defined]
    return call


class _Builder(llvm.IRBuilder):  # type: ignore[misc] # has no types
    def extract_value(self, agg: Any, idx: Any, name: str = "") -> Any:
        """Return the part of a structure that was put into it, where that is known."""
        path = list(idx) if isinstance(idx, list | tuple) else [idx]
        while isinstance(agg, llvm.instructions.InsertValue):
            inserted = list(agg.indices)
            if path[: len(inserted)] == inserted:
                agg, path = agg.value, path[len(inserted) :]
                if not path:
                    return agg
            elif inserted[: len(path)] == path:
                break  # only a part of what is asked for
            else:
                agg = agg.aggregate
        return super().extract_value(agg, path, name)
