"""Compiled kernels do what Python does with the same code.

The kernels here have what the renderer's have: variables that are assigned in one block and used in
others, or changed in a loop; tuples passed to functions; items from the end of an axis; rows and
slices of arrays; numbers of each type, given and returned.
"""

from __future__ import annotations

import importlib.util
import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from scripts.kernel_source import source_hash

from rushes.engines.procedural.kernel import Inline, Kernel, inline, routine
from tests.engines.translated import translated_kernel

if TYPE_CHECKING:
    from pathlib import Path

    from rushes.engines.procedural.kernel import Doubles, Integers


class Ground(NamedTuple):
    scale: float
    heights: Doubles  # (rows, columns)
    offset: float
    order: Integers  # (rows,)


@inline
def height(ground: Ground, row: int, column: int) -> float:
    return ground.heights[ground.order[row], column] * ground.scale + ground.offset


@inline
def both(ground: Ground, row: int, column: int) -> tuple[float, float]:
    here = height(ground, row, column)
    if here < 0.0:
        return 0.0, here
    return here, height(ground, row, -column - 1)


@routine
def stepped(start: float, steps: int) -> float:
    value = start
    while steps > 0:
        value = value * 0.5 + steps
        steps -= 1
    return value


@translated_kernel
def survey(ground: Ground, reach: int, found: Doubles) -> None:
    rows, columns = ground.heights.shape
    highest = low = 0.0
    last = -1
    for row in range(rows):
        line = found[row]
        for column in range(columns):
            high, other = both(ground, row, column)
            if high > highest:
                highest, low = high, highest
                last = column
            elif other < low and column != last:
                low = other
            kept = high if column % 2 else other
            for _ in range(reach):
                if kept > 3.0:
                    break
                kept += 0.75
            line[column] = kept + low
        line[-1] += last
        part = found[row, 1:columns]
        part[0] -= highest
    found[-1, 0] = stepped(found[0, 0], reach)


@translated_kernel
def gather(values: Doubles, order: Integers, found: Doubles) -> float:
    total = 0.0
    for i in range(order.size):
        one = values[order[i]]
        if one > 0.0:
            found[i] = math.sqrt(one)
        else:
            found[i] = max(one, -2.0)
        total += found[i]
    return total


def in_python(function: Any) -> Any:
    """Return the function as Python runs it, with the functions that it calls."""
    body = function.__wrapped__
    names = {
        name: in_python(one)
        for name in body.__code__.co_names
        if isinstance(one := body.__globals__.get(name), Inline)
    }
    return type(body)(body.__code__, {**body.__globals__, **names})


numbers = st.floats(-8.0, 8.0, width=32)


@given(st.data(), st.integers(1, 5), st.integers(2, 5), st.integers(0, 4), numbers, numbers)
@settings(max_examples=150, deadline=None)
def test_a_kernel_computes_what_python_computes(
    data: st.DataObject, rows: int, columns: int, reach: int, scale: float, offset: float
) -> None:
    lines = data.draw(st.lists(numbers, min_size=rows * columns, max_size=rows * columns))
    # A negative number is an item from the end.
    order = data.draw(st.lists(st.integers(-rows, rows - 1), min_size=rows, max_size=rows))
    ground = Ground(scale, np.array(lines).reshape(rows, columns), offset, np.array(order))

    expected, found = np.zeros((rows, columns)), np.zeros((rows, columns))
    in_python(survey)(ground, reach, expected)
    survey(ground, reach, found)
    assert found.tolist() == expected.tolist()


@pytest.mark.parametrize("step", [1, 2, -1])
def test_a_kernel_reads_every_other_and_reversed_items(step: int) -> None:
    values = np.array([4.0, -1.0, 9.0, -3.0, 2.25, 0.0])
    order = np.array([0, -1, 1, 2, -2])[::step]
    values = values[::step]
    order = order % values.size - values.size * (order < 0)

    expected, found = np.zeros(order.size), np.zeros(order.size)
    total = in_python(gather)(values, order, expected)
    assert gather(values, order, found) == total
    assert found.tolist() == expected.tolist()


@translated_kernel
def mixed(
    whole: int, small: np.int32, single: np.float32, double: float, high: bool, found: Doubles
) -> int:
    found[0] = whole + 2 * small
    found[1] = single * np.float32(0.1)
    found[2] = double if high else -double
    return whole * small


@pytest.mark.parametrize("high", [False, True])
def test_numbers_of_each_type_arrive_as_they_are(high: bool) -> None:
    found = np.zeros(3)
    single = np.float32(1 / 3)
    assert mixed(-(2**40), np.int32(-7), single, 1e300, high, found) == 7 * 2**40
    expected = [-(2**40) - 14, float(single * np.float32(0.1)), 1e300 if high else -1e300]
    assert found.tolist() == expected


def test_numbers_of_numpy_are_numbers() -> None:
    found = np.zeros(3)
    numbers = np.int64(3), np.int32(2), np.float32(0.5), np.float64(0.25), np.bool_(True)
    assert mixed(*numbers, found) == 6  # type: ignore[arg-type] # as from an array
    assert found.tolist() == [7.0, float(np.float32(0.5) * np.float32(0.1)), 0.25]


@translated_kernel
def raising(found: Doubles) -> None:
    if found[0] > 1.0:
        raise ValueError("too large")
    found[0] += 1.0


@translated_kernel
def positive(found: Doubles) -> bool:
    return found[0] > 0.0


@translated_kernel
def calling(found: Doubles) -> None:
    found[0] = math.gamma(found[0])


@pytest.mark.parametrize(
    ("kernel", "problem"),
    [
        (raising, r"raising\d+ may raise an exception"),
        (positive, r"positive\d+ returns bool"),
        (calling, r"calling\d+ calls \w*gamma"),
    ],
)
def test_what_would_go_wrong_unseen_is_not_translated(kernel: Any, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        kernel(np.zeros(1))


MODULE = """
from rushes.engines.procedural.kernel import Kernel, inline
import numpy as np
SCALE = 2.0
STEPS = np.array((1, 2))
@inline
def scaled(x):
    return x * SCALE
def double(values):
    for i in range(values.size):
        values[i] = scaled(values[i]) + STEPS[0]
"""


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("import numpy as np", "import numpy as np  # for arrays", False),
        ("x * SCALE", "(x *  SCALE)  # larger", False),
        ("x * SCALE", "SCALE * x", True),
        ("SCALE = 2.0", "SCALE = 3.0", True),
        ("(1, 2)", "(1, 3)", True),
        ("range(values.size)", "range(1, values.size)", True),
    ],
)
def test_a_hash_tells_translations_that_are_older_than_the_code(
    tmp_path: Path, before: str, after: str, changes: bool
) -> None:
    assert before in MODULE
    hashes = set()
    for number, text in enumerate((MODULE, MODULE.replace(before, after))):
        path = tmp_path / f"kernels_{number}.py"
        path.write_text(text)
        spec = importlib.util.spec_from_file_location("kernels", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        hashes.add(source_hash(Kernel(module.double)))
    assert len(hashes) == 1 + changes
