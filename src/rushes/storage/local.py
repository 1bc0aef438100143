"""Videos in a folder: written under a temporary name, flushed to disk, then renamed."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import hashlib
import os
import re
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import BinaryIO, ParamSpec, TypeVar

from rushes.private_files import private_folder, private_opener
from rushes.storage.base import MissingOutputError, StoredFile, check_name, os_errors
from rushes.storage.checksums import Checksums
from rushes.storage.local_reader import OpenFile, open_file, open_regular
from rushes.storage.verify import OutputVerifier

P = ParamSpec("P")
T = TypeVar("T")
PART = ".part"
_FOLDERS = r"[0-9a-f]{2}|\.check-.*"
_FILES = ".*"
WRITE_SIZE = 256 * 1024  # bytes collected before they go to a thread


class LocalStorage:
    """Files by name under one folder, which several processes may share.

    Temporary files of killed processes are deleted when the folder is opened. A file that was put
    is on disk; without `durable`, it may be lost or incomplete after a power cut. Raises
    StorageError when it cannot be created or read.
    """

    def __init__(self, root: Path, *, durable: bool = True) -> None:
        self._root = root
        self._durable = durable
        self._checksums = Checksums()
        with os_errors("The folder for videos cannot be used"):
            private_folder(root, _FOLDERS)
            for folder in root.iterdir():
                _remove_strays(folder)

    async def put(self, name: str, content: AsyncIterator[bytes]) -> StoredFile:
        upload = _Upload(name, self.path(name), self._checksums, durable=self._durable)
        try:
            # The first block goes at once: most streams that are not a video fail there.
            blocks, size = list[bytes](), WRITE_SIZE
            async for block in content:
                blocks.append(block)
                size += len(block)
                if size >= WRITE_SIZE:
                    await _on_disk("stored", upload.write, blocks)
                    blocks, size = [], 0
            return await _on_disk("stored", upload.finish, blocks)
        except BaseException:
            upload.discard()
            raise

    async def find(self, name: str) -> StoredFile | None:
        # A file under its final name is complete: only complete files are renamed to it.
        return await _on_disk("read", _measure, name, self.path(name))

    async def open(self, name: str) -> OpenFile:
        """Open a file, which stays readable after it is deleted or replaced."""
        with os_errors("The video could not be read"):
            try:
                return await asyncio.to_thread(open_file, self.path(name), self._checksums)
            except FileNotFoundError:
                raise MissingOutputError(name) from None

    async def delete(self, name: str) -> None:
        await _on_disk("deleted", self.path(name).unlink, missing_ok=True)

    async def names(self) -> AsyncIterator[list[str]]:
        with os_errors("The folder for videos cannot be read"):
            folders = await asyncio.to_thread(lambda: sorted(self._root.iterdir()))
            for folder in folders:
                if re.fullmatch("[0-9a-f]{2}", folder.name) and folder.is_dir():
                    found = await asyncio.to_thread(os.listdir, folder)
                    names = (folder / name for name in found if not name.endswith(PART))
                    yield [self._name_of(path) for path in names]

    async def signed_url(self, name: str, expires_at: int) -> str | None:
        return None  # only the service itself can send a file of a local folder

    async def check(self) -> None:
        with os_errors("The folder for videos cannot be written"):
            await asyncio.to_thread(_try_out, self._root)

    def _name_of(self, path: Path) -> str:
        """Return the name of a file; of one in a wrong folder, its path, which is no name."""
        is_misplaced = path.name.startswith(".") or self.path(path.name) != path
        return str(path.relative_to(self._root)) if is_misplaced else path.name

    def path(self, name: str) -> Path:
        """Return the path for a name; raises ValueError for an invalid name."""
        # Two hash digits spread the files evenly over 256 folders, whatever the names.
        return self._root / hashlib.sha256(check_name(name).encode()).hexdigest()[:2] / name


async def _on_disk(done: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    with os_errors(f"The video could not be {done}"):
        working = asyncio.ensure_future(asyncio.to_thread(work, *args, **kwargs))
        try:
            return await asyncio.shield(working)
        except asyncio.CancelledError:
            # The thread goes on meanwhile; only what it has made can be undone.
            await asyncio.wait({working})
            if not working.cancelled():
                working.exception()
            raise


def _measure(name: str, path: Path) -> StoredFile | None:
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            digest = hashlib.file_digest(file, "sha256")
            return StoredFile(name, file.tell(), digest.hexdigest())
    except FileNotFoundError:
        return None


def _create(path: Path) -> BinaryIO:
    """Open a temporary file beside `path`, locked for as long as it is open."""
    while True:
        part = path.with_name(f"{path.name}.{secrets.token_hex(4)}{PART}")
        try:
            file = open(part, "xb", opener=private_opener)  # noqa: SIM115 - the caller closes it
        except FileNotFoundError:
            private_folder(path.parent, _FILES)
            file = open(part, "xb", opener=private_opener)  # noqa: SIM115 - see above
        fcntl.flock(file, fcntl.LOCK_EX)
        if os.fstat(file.fileno()).st_nlink:
            return file
        file.close()  # another process deleted it as abandoned before it was locked


def _remove_strays(folder: Path) -> None:
    """Remove the temporary files that no living process is writing."""
    # What is there may vanish meanwhile, and a volume's `lost+found` is not ours to read.
    with contextlib.suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        for path in folder.iterdir():
            if path.suffix == PART:
                _remove_stray(path)


def _remove_stray(part: Path) -> None:
    with (
        contextlib.suppress(FileNotFoundError, BlockingIOError),
        os.fdopen(open_regular(part), "rb") as file,
    ):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        part.unlink()


class _Upload:
    """One file that is being written; its methods run on a thread, as hashing takes long too."""

    def __init__(self, name: str, path: Path, checksums: Checksums, *, durable: bool) -> None:
        self._name = name
        self._path = path
        self._checksums = checksums
        self._durable = durable
        self._verifier = OutputVerifier(name)
        self._file: BinaryIO | None = None

    def write(self, blocks: Sequence[bytes]) -> None:
        for block in blocks:
            self._verifier.add(block)
        if self._file is None:
            self._file = _create(self._path)
        self._file.writelines(blocks)

    def finish(self, blocks: Sequence[bytes]) -> StoredFile:
        self.write(blocks)
        file = self._file
        assert file is not None  # noqa: S101 - write() opened it
        stored = self._verifier.finish(self._name)
        file.flush()
        if self._durable:
            # Before the rename: a crash must not leave an incomplete file under the final name.
            os.fsync(file.fileno())
        Path(file.name).replace(self._path)
        if self._durable:
            _flush(self._path.parent)
        self._checksums.note(file.fileno(), stored.sha256)
        file.close()
        return stored

    def discard(self) -> None:
        if self._file is None:
            return
        with contextlib.suppress(OSError):
            Path(self._file.name).unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # closing writes the buffer, which a full disk refuses
            self._file.close()


def _flush(folder: Path) -> None:
    """Have a rename in a folder last through a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _try_out(root: Path) -> None:
    with tempfile.NamedTemporaryFile(dir=root, prefix=".check-") as file:
        file.write(b"rushes")
        file.flush()
        os.fsync(file.fileno())
