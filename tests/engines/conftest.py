"""Let the kernels that tests compile in this process be kept, and shared with the workers'."""

from __future__ import annotations

import os
from pathlib import Path

from rushes.engines.worker import kernel_cache

# numba reads its folder when it is first imported, which is before any fixture runs.
_ROOT = Path(__file__).parents[2]
os.environ.setdefault("RUSHES_CACHE_DIR", str(_ROOT / ".pytest_cache" / "rushes"))
os.environ["NUMBA_CACHE_DIR"] = str(kernel_cache())
