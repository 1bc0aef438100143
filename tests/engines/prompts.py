"""Tables of prompts, and the scenes that they get."""

from __future__ import annotations

from rushes.engines.procedural.plan import plan_scene

SEEDS = range(4)


def rows(*tables: str) -> list[tuple[str, ...]]:
    """Return the lines of tables whose columns are parted by |."""
    lines = (line for table in tables for line in table.strip().splitlines())
    return [tuple(cell.strip().replace("\\n", "\n") for cell in line.split("|")) for line in lines]


def scenes(prompt: str) -> set[str]:
    return {plan_scene(prompt, seed).scene for seed in SEEDS}
