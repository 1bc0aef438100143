"""`rushes serve --initial-key`: an API key for a service that has none yet."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from rushes.catalog.model import load_catalog
from rushes.keys.changes import NewKeyRequest, create_key
from rushes.keys.verification import Keys
from rushes.private_files import create_private
from rushes.runtime import open_store
from rushes.settings import Settings

NAME = "Initial key"


def store_initial_key(settings: Settings, path: Path) -> bool:
    """Store an admin key and write it to a file for the owner alone; return whether it was needed.

    It is not where a key is configured or was ever stored.
    """
    if settings.api_keys:
        return False
    # Created first: a key that nobody could read would shut everybody out.
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    descriptor = create_private(draft)
    try:
        text = asyncio.run(_stored(settings))
        if text is not None:
            os.write(descriptor, f"{text}\n".encode())
            draft.replace(path)
    finally:
        os.close(descriptor)
        draft.unlink(missing_ok=True)
    return text is not None


async def _stored(settings: Settings) -> str | None:
    async with open_store(settings) as store:
        if await Keys((), store.api_keys).required():
            return None
        request = NewKeyRequest(name=NAME, admin=True)
        _, text = await create_key(store.api_keys, request, load_catalog())
        return text
