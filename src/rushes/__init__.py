"""Rushes: OpenRouter's video generation API, as a Python SDK and as a service of your own."""

from __future__ import annotations

import openrouter

__version__ = "0.1.0"

if not getattr(openrouter, "__rushes__", False):
    raise ImportError(
        "Another distribution has overwritten the 'openrouter' package that Rushes brings: run"
        " 'pip uninstall openrouter' and then 'pip install --force-reinstall --no-deps rushes'."
    )
