"""The official package: whether it is what `import openrouter` finds, and what only it has."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

# Attributes of the official client that ours lacks, of all its versions.
RESOURCES = frozenset(
    """
    alpha analytics batch benchmarks beta byok chat classifications containers
    datasets embeddings endpoints external_users files guardrails images
    o_auth observability organization presets private_endpoints providers rerank
    responses scim stt system_one tools tts vault workspaces
    """.split()  # noqa: SIM905 - a list of names reads better than a column of strings
)
MISSING = (
    "Rushes implements video generation only. Install the official package (pip install"
    " openrouter) and use its client for this; `from rushes import OpenRouter` stays available"
    " beside it"
)
_RUSHES = Path(__file__).parents[1]


def active_openrouter() -> str:
    """Describe the package that `import openrouter` finds, without importing it."""
    spec = find_spec("openrouter")
    if spec is None or spec.origin is None:
        return f"none: {_RUSHES / 'dropin'} is not on sys.path"
    folder = Path(spec.origin).parent
    installed = _RUSHES / "dropin"
    # A checkout has no such folder: there the package is beside this one.
    if folder.parent == (installed if installed.is_dir() else _RUSHES.parent):
        return f"Rushes' ({folder})"
    # Imported here because it loads more modules than the rest of the client.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"the official package {version('openrouter')} ({folder})"
    except PackageNotFoundError:
        return f"another package ({folder})"
