"""The storage that a setting names."""

from __future__ import annotations

from pathlib import Path

from rushes.storage.base import Storage, StorageError
from rushes.storage.local import LocalStorage

BUCKETS = ("s3", "gs", "az")


def open_storage(place: str | Path, *, bucket_urls: bool = True, durable: bool = True) -> Storage:
    """Open a folder's path or a bucket's URL, `s3://`, `gs://` or `az://`; raises StorageError.

    `bucket_urls` tells whether clients get signed URLs of the bucket, `durable` whether files in a
    folder are to outlast a power cut.
    """
    scheme, separator, _ = str(place).partition("://")
    if isinstance(place, Path) or not separator:
        return LocalStorage(Path(place).expanduser(), durable=durable)
    if scheme not in BUCKETS:
        schemes = ", ".join(f"{known}://" for known in BUCKETS)
        raise StorageError(f"{scheme}:// is not supported for videos; known: a folder, {schemes}")
    try:
        from rushes.storage.object_store import (  # noqa: PLC0415 - the extra may be missing
            ObjectStorage,
        )
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "obstore":
            raise
        raise StorageError(
            f"{scheme}:// needs the extra for buckets: pip install 'rushes[server,bucket]'"
        ) from None
    return ObjectStorage(str(place), signs=bucket_urls)
