"""H.264 pictures that only move the previous one, written without an encoder.

Such a picture (a P slice without residuals) says for each row of macroblocks by how many pixels the
previous picture moves to the right, and nothing else. So it fits any picture of its size, takes
microseconds to write, and is decoded exactly: pixels are copied, and those that come in at an edge
repeat the pixel there. In rows with a pattern that repeats, the pattern comes in instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

BLOCK = 16  # pixels a side of a macroblock
_BASELINE = 66  # the profile whose parameter sets are read here
_ESCAPED = re.compile(rb"\x00\x00(?=[\x00-\x03])")
_START_CODE = re.compile(rb"\x00\x00\x01")
_SPS, _PPS = 7, 8  # types of NAL units

Rows = tuple[int, ...]
"""How many pixels each row of macroblocks moves to the right; even, for the color planes."""
Band = tuple[int, int, int]
"""Rows whose pattern repeats: the first, the one after the last, and its period in pixels.

They move to the right, by a macroblock at most. Their first macroblock copies what lies a period
further, so that the pattern goes on.
"""
NO_BAND: Band = (0, 0, 0)


@dataclass(frozen=True)
class ParameterSets:
    """What of a stream's parameter sets decides how its slices are written."""

    columns: int  # macroblocks
    rows: int
    frame_number_bits: int
    order_bits: int  # 0: pictures are shown as they are decoded, which needs no number
    picture_set: int  # id of the picture parameter set


def read_parameter_sets(extradata: bytes) -> ParameterSets:
    """Read the Annex B extradata of an encoder; raises ValueError for one that does not fit."""
    units = [unit for unit in _START_CODE.split(extradata) if unit.strip(b"\x00")]
    by_type = {unit[0] & 31: unit for unit in units}
    sequence = _Reader(by_type[_SPS][1:])
    if sequence.bits(8) != _BASELINE:
        raise ValueError("the encoder does not write the baseline profile")
    sequence.bits(16)
    sequence.golomb()
    frame_number_bits = sequence.golomb() + 4
    order = sequence.golomb()
    order_bits = sequence.golomb() + 4 if order == 0 else 0
    if order == 1:
        raise ValueError("the encoder writes pictures in an order that is not supported")
    sequence.golomb()
    sequence.bits(1)
    columns, rows = sequence.golomb() + 1, sequence.golomb() + 1
    frames_only = sequence.bits(1)
    picture = _Reader(by_type[_PPS][1:])
    picture_set = picture.golomb()
    picture.golomb()
    arithmetic, order_present, groups = picture.bits(1), picture.bits(1), picture.golomb()
    references = picture.golomb()
    picture.golomb()
    weighted = picture.bits(1)
    picture.bits(2)
    for _ in range(3):
        picture.golomb()
    deblocking_control, _, redundant = picture.bits(1), picture.bits(1), picture.bits(1)
    # What the slices below rely on; an encoder of the baseline profile without options does so.
    plain = frames_only and deblocking_control
    if not plain or any((arithmetic, order_present, groups, references, weighted, redundant)):
        raise ValueError("the encoder uses features of H.264 that are not supported")
    return ParameterSets(columns, rows, frame_number_bits, order_bits, picture_set)


@lru_cache(maxsize=4096)
def moved_picture(sets: ParameterSets, rows: Rows, number: int, band: Band = NO_BAND) -> bytes:
    """Return the access unit, in Annex B, of a picture that moves the one before it.

    `number` counts pictures since the last key picture, which has number 0.
    """
    order = f"{2 * number % 2**sets.order_bits:0{sets.order_bits}b}" if sets.order_bits else ""
    header = (
        golomb(0)  # the first macroblock
        + golomb(5)  # P, as is the whole picture
        + golomb(sets.picture_set)
        + f"{number % 2**sets.frame_number_bits:0{sets.frame_number_bits}b}"
        + order
        + "0"  # as many references as the parameter set says: one
        + "0"  # in their usual order
        + "0"  # which replace each other as usual
        + golomb(0)  # no change of the quantizer
        + golomb(1)  # no deblocking
    )
    bits = header + _macroblocks(sets.columns, rows, band) + "1"
    bits += "0" * (-len(bits) % 8)
    payload = int(bits, 2).to_bytes(len(bits) // 8, "big")
    # Type 1, a slice of a picture that is not a key picture; others refer to it.
    return b"\x00\x00\x00\x01\x41" + _ESCAPED.sub(b"\x00\x00\x03", payload)


@lru_cache(maxsize=256)
def _macroblocks(columns: int, rows: Rows, band: Band) -> str:
    bits, skipped, above = [], 0, (0, 0)
    start, end, period = band
    for number, moved in enumerate(rows):
        first = moved - period if start <= number < end else moved
        # The first macroblock, the one beside it, and all others.
        for place, vector, count in ((0, first, 1), (1, moved, 1), (2, moved, columns - 2)):
            if place >= columns:
                break
            left = (None, first, moved)[place]
            predicted = _predicted(left, above if number else None, place, columns)
            # A skipped macroblock stays unless its neighbors to the left and above both move.
            moves = number and left and above[min(place, 1)]
            if vector == (predicted if moves else 0):
                skipped += count
                continue
            block = _moved_block(vector - predicted)
            bits.append(golomb(skipped) + block + (golomb(0) + block) * (count - 1))
            skipped = 0
        above = first, moved
    if skipped:
        bits.append(golomb(skipped))
    return "".join(bits)


def _predicted(left: int | None, above: tuple[int, int] | None, place: int, columns: int) -> int:
    """Return the move that a decoder expects of a macroblock: the median of its neighbors'.

    `above` has the moves of the row above: of its first macroblock, and of the others.
    """
    if above is None:
        return left or 0
    first, others = above
    if columns == 1:
        return first  # the only neighbor
    over = others if place else first
    # What the last macroblock lacks above to its right, it has above to its left.
    corner = first if place == 1 == columns - 1 else others
    return sorted((left or 0, over, corner))[1]


def _moved_block(further: int) -> str:
    """Return a macroblock that moves `further` pixels to the right than is predicted of it."""
    # Vectors count quarters of a pixel, and point to where the content comes from.
    quarters = -4 * further
    across = golomb(2 * quarters - 1 if quarters > 0 else -2 * quarters)
    return golomb(0) + across + golomb(0) + golomb(0)  # 16x16; no move down; no residual


def golomb(number: int) -> str:
    """Return the bits of a number in Exp-Golomb code."""
    digits = f"{number + 1:b}"
    return "0" * (len(digits) - 1) + digits


class _Reader:
    """Reads the bits of a NAL unit without its first byte."""

    def __init__(self, unit: bytes) -> None:
        plain = unit.replace(b"\x00\x00\x03", b"\x00\x00")
        self._bits = "".join(f"{byte:08b}" for byte in plain)
        self._at = 0

    def bits(self, count: int) -> int:
        start, self._at = self._at, self._at + count
        return int(self._bits[start : self._at], 2)

    def golomb(self) -> int:
        zeros = self._bits.index("1", self._at) - self._at
        self._at += zeros
        return self.bits(zeros + 1) - 1
