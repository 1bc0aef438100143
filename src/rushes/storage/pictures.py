"""Pictures of stored videos, which lie beside them under names that say whose they are."""

from __future__ import annotations

import re

from rushes.storage.base import Storage

KINDS = ("poster", "preview")
TYPE = "image/webp"
_SUFFIX = re.compile(rf"\.(?:{'|'.join(KINDS)})\.webp$")


def picture_name(video: str, kind: str) -> str:
    return f"{video}.{kind}.webp"


def is_picture(name: str) -> bool:
    return _SUFFIX.search(name) is not None


def video_of(name: str) -> str:
    """Return the name of the video that a stored file is, or is a picture of."""
    return _SUFFIX.sub("", name)


async def delete_video(storage: Storage, name: str) -> None:
    """Delete a video, then its pictures; missing ones are no error. Raises StorageError.

    In this order: a picture that is stored meanwhile is deleted here, or by its maker, who looks
    for the video afterwards.
    """
    await storage.delete(name)
    for kind in KINDS:
        await storage.delete(picture_name(name, kind))
