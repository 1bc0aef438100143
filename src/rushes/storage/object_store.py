"""Videos in a bucket: Amazon S3 and compatible stores, Google Cloud Storage, Azure.

Needs the extra `rushes[bucket]`. Region, endpoint and credentials come from the environment
variables of each cloud's own tools (`AWS_*`, `GOOGLE_*`, `AZURE_*`).
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import secrets
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import obstore
from obstore.store import AzureStore, GCSStore, S3Store, from_url

from rushes.storage.base import MissingOutputError, StorageError, StoredFile, check_name
from rushes.storage.multipart import Upload
from rushes.storage.object_store_errors import BUCKET_ERRORS, bucket_errors
from rushes.storage.pictures import TYPE, is_picture
from rushes.storage.verify import OutputVerifier

if TYPE_CHECKING:
    from obstore import GetOptions, ObjectMeta
    from obstore.store import RetryConfig

PART = 5 * 1024 * 1024  # bytes; S3 accepts no smaller parts
PIECE = 2 * 1024 * 1024  # bytes of one ranged GET
MAX_LIFETIME = 7 * 24 * 3600  # seconds of a signed URL; S3 signs for no longer
_PARALLEL = 3  # parts of one video that are sent at once
_SHA256 = "sha256"
_TYPE = {"Content-Type": "video/mp4"}
_ENVIRONMENT = {"s3": "AWS_", "gs": "GOOGLE_", "az": "AZURE_"}
_HEAD: GetOptions = {"head": True}
_RETRY: RetryConfig = {"max_retries": 3, "retry_timeout": timedelta(seconds=30)}

log = logging.getLogger("rushes.storage")


class ObjectStorage:
    """Videos in a bucket, under a URL such as `s3://bucket/prefix`.

    A video larger than `PART` bytes is uploaded in parts, at most five of which are in memory.
    Without `signs`, there are no signed URLs.

    Raises StorageError for a URL or an environment that names no bucket.
    """

    def __init__(self, url: str, *, signs: bool = True) -> None:
        self._store = _store_at(url)
        self._may_sign = signs
        self._signs = True

    async def put(self, name: str, content: AsyncIterator[bytes]) -> StoredFile:
        key, verifier, head = check_name(name), OutputVerifier(name), bytearray()
        async for block in content:
            verifier.add(block)
            head += block
            if len(head) > PART:
                return await self._put_in_parts(key, verifier, bytes(head), content)
        stored = verifier.finish(name)
        attributes = {"Content-Type": TYPE} if is_picture(name) else _TYPE
        attributes = {**attributes, _SHA256: stored.sha256}
        with bucket_errors("The video could not be stored"):
            await obstore.put_async(
                self._store, key, bytes(head), attributes=attributes, use_multipart=False
            )
        return stored

    async def find(self, name: str) -> StoredFile | None:
        key = check_name(name)
        with bucket_errors("The video could not be read"):
            try:
                result = await obstore.get_async(self._store, key, options=_HEAD)
            except FileNotFoundError:
                return None
        # An upload in parts starts before its checksum is known, so those objects have none.
        size, sha256 = result.meta["size"], result.attributes.get(_SHA256)
        return StoredFile(name, size, sha256 or await self._hash(name, result.meta))

    async def open(self, name: str) -> OpenObject:
        key = check_name(name)
        with bucket_errors("The video could not be read"):
            try:
                meta = await obstore.head_async(self._store, key)
            except FileNotFoundError:
                raise MissingOutputError(name) from None
        return OpenObject(self._store, meta)

    async def delete(self, name: str) -> None:
        key = check_name(name)
        with (
            bucket_errors("The video could not be deleted"),
            contextlib.suppress(FileNotFoundError),
        ):
            await obstore.delete_async(self._store, key)

    async def names(self) -> AsyncIterator[list[str]]:
        with bucket_errors("The bucket cannot be listed"):
            async for found in obstore.list(self._store):
                yield [meta["path"] for meta in found]

    async def signed_url(self, name: str, expires_at: int) -> str | None:
        """Return a presigned GET URL; None if unwanted, or the credentials cannot sign one."""
        key, seconds = check_name(name), expires_at - int(time.time())
        if not (self._may_sign and 0 < seconds <= MAX_LIFETIME):
            return None
        try:
            return await obstore.sign_async(self._store, "GET", key, timedelta(seconds=seconds))
        except BUCKET_ERRORS:
            if self._signs:
                log.warning(
                    "the bucket's credentials cannot sign URLs; videos pass through the service"
                )
            self._signs = False
            return None

    async def check(self) -> None:
        probe = f".check-{secrets.token_hex(8)}"
        with bucket_errors("The bucket for videos cannot be written"):
            await obstore.put_async(self._store, probe, b"rushes", use_multipart=False)
            await obstore.delete_async(self._store, probe)

    async def _put_in_parts(
        self, name: str, verifier: OutputVerifier, head: bytes, content: AsyncIterator[bytes]
    ) -> StoredFile:
        put = partial(obstore.put_async, self._store, name, attributes=_TYPE)
        upload = Upload(partial(put, chunk_size=PART, max_concurrency=_PARALLEL))
        try:
            await upload.write(head)
            async for block in content:
                verifier.add(block)
                await upload.write(block)
            stored = verifier.finish(name)
            await upload.finish()
        except BaseException:
            await upload.abandon()
            raise
        return stored

    async def _hash(self, name: str, meta: ObjectMeta) -> str:
        digest = hashlib.sha256()
        async for block in OpenObject(self._store, meta).blocks(0, meta["size"]):
            digest.update(block)
        return digest.hexdigest()


class OpenObject:
    """An object as it was when it was opened; reading fails once it has been replaced."""

    def __init__(self, store: S3Store | GCSStore | AzureStore, meta: ObjectMeta) -> None:
        self._store = store
        self._meta = meta

    @property
    def size(self) -> int:
        return self._meta["size"]

    async def sha256(self) -> None:
        return None  # buckets keep checksums themselves, and reading all would cost traffic

    async def blocks(self, start: int, stop: int) -> AsyncIterator[bytes]:
        while start < stop:
            piece = await self._read(start, min(start + PIECE, stop))
            start += len(piece)
            yield piece

    def close(self) -> None:
        pass  # no connection is held between two pieces

    async def _read(self, start: int, stop: int) -> bytes:
        options: GetOptions = {"range": (start, stop), "if_match": self._meta["e_tag"]}
        with bucket_errors("The video could not be read"):
            result = await obstore.get_async(self._store, self._meta["path"], options=options)
            return (await result.bytes_async()).to_bytes()


def _store_at(url: str) -> S3Store | GCSStore | AzureStore:
    parts = urlsplit(url)
    if parts.query or "@" in parts.netloc:
        raise StorageError(
            "A bucket's URL must not contain credentials; set them in the environment"
        )
    try:
        store = from_url(url, retry_config=_RETRY)
    except BUCKET_ERRORS as error:
        reason = _without_secrets(str(error).partition("\n")[0], _ENVIRONMENT.get(parts.scheme, ""))
        raise StorageError(f"The bucket of {url} cannot be used: {reason}") from None
    if not isinstance(store, (S3Store, GCSStore, AzureStore)):
        raise StorageError(f"{url} does not name a bucket")
    return store


def _without_secrets(text: str, prefix: str) -> str:
    # obstore's messages quote configuration values.
    for name, value in os.environ.items():
        if name.startswith(prefix) and value:
            text = text.replace(value, f"${name}")
    return text
