"""The folder for what can be made again: compiled kernels and renders."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from rushes.wire.environment import variable


def cache_root() -> Path:
    """Return `RUSHES_CACHE_DIR`, or else the user's cache folder."""
    return Path(variable("RUSHES_CACHE_DIR") or platformdirs.user_cache_dir("rushes"))
