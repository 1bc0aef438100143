"""The structure of a video file, checked while its bytes pass by.

An MP4 or MOV file is a sequence of boxes (ISO/IEC 14496-12): a size, four characters and a payload.
A WebM or Matroska file is one of EBML elements (RFC 8794): an id, a size and a payload. In a
truncated file one of them is incomplete or missing. Truncation exactly between boxes, with only
optional ones missing, is not detected here, but by HTTP's Content-Length.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

_TO_THE_END = -1
_MEDIA = frozenset({"moov", "moof", "mdat"})
# MOV files of the time before `ftyp` begin with any of these.
_FIRST_OF_MOV = frozenset({"ftyp", "moov", "mdat", "wide", "free", "skip"})
_EBML, _SEGMENT = b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67"
_HEAD = 8  # bytes that show the kind of a file


class BrokenVideoError(Exception):
    """The bytes are not a complete video; downloading it again may help.

    `is_cut`: it is certainly a video, and its end is missing.
    """

    def __init__(self, reason: str, *, is_cut: bool = False) -> None:
        super().__init__(f"The video is truncated or not an MP4: {reason}")
        self.reason = reason
        self.is_cut = is_cut


class _Walker(ABC):
    """Walks over the elements of one file, fed in blocks of any size."""

    def __init__(self) -> None:
        self._offset = 0  # of the element
        self._header = b""
        self._left = 0  # bytes of the element's payload still to come

    def feed(self, block: bytes) -> None:
        """Take the next bytes; raises BrokenVideoError as soon as they cannot be a video."""
        at = 0
        while at < len(block) and self._left != _TO_THE_END:
            if self._left:
                step = min(self._left, len(block) - at)
                self._left -= step
            else:
                step = min(self._wanted() - len(self._header), len(block) - at)
                self._header += block[at : at + step]
                if len(self._header) == self._wanted():
                    self._left = self._open(self._header)
                    self._offset += len(self._header) + max(self._left, 0)
                    self._header = b""
            at += step

    @property
    def is_open_ended(self) -> bool:
        """Return whether the file's last element reaches to its end, wherever that is."""
        return self._left == _TO_THE_END

    @abstractmethod
    def finish(self) -> None:
        """Raise BrokenVideoError unless the bytes were a complete file."""

    @abstractmethod
    def _wanted(self) -> int:
        """Return the length of the header, as far as what is known of it shows that."""

    @abstractmethod
    def _open(self, header: bytes) -> int:
        """Return the size of the payload, or _TO_THE_END."""


class Mp4Walker(_Walker):
    """Walks over the boxes of an MP4 or MOV file.

    A complete file begins with `ftyp` (or another box of `first`), has one `moov` and at least one
    `mdat`, an `mdat` after its last `moof`, and ends where its last box ends. An `mdat` may reach
    to the end of the file.
    """

    def __init__(self, first: frozenset[str] = frozenset({"ftyp"})) -> None:
        super().__init__()
        self._first = first
        self._seen = set[str]()
        self._kind = ""
        self._fragment_open = False

    def finish(self) -> None:
        has_media = bool(self._seen & _MEDIA)
        if not self._offset and not self._header:
            raise BrokenVideoError("it is empty")
        if self._header:
            reason = f"it ends within the header of a box at byte {self._offset}"
            # Some writers pad a file at its end; another fragment may be missing.
            may_be_padding = {"moov", "mdat"} <= self._seen and "moof" not in self._seen
            raise BrokenVideoError(reason, is_cut=has_media and not may_be_padding)
        if self._left > 0:
            reason = f"{self._left} bytes of its box {self._kind!r} are missing"
            raise BrokenVideoError(reason, is_cut=self._kind in _MEDIA)
        for kind in ("moov", "mdat"):
            if kind not in self._seen:
                raise BrokenVideoError(f"it has no {kind!r} box", is_cut=has_media)
        if self._fragment_open:
            raise BrokenVideoError("its last fragment has no 'mdat' box", is_cut=True)

    def _wanted(self) -> int:
        # A 32-bit size of 1 means that a 64-bit size follows the kind.
        return 16 if self._header[:4] == b"\0\0\0\1" else 8

    def _open(self, header: bytes) -> int:
        size = int.from_bytes(header[8:] or header[:4], "big")
        kind = header[4:8].decode("latin-1")
        if not self._seen and kind not in self._first:
            raise BrokenVideoError(f"it begins with {kind!r}, not with 'ftyp'")
        to_the_end = size == 0 and kind == "mdat"
        if size < len(header) and not to_the_end:
            raise BrokenVideoError(f"its box {kind!r} at byte {self._offset} has the size {size}")
        if kind in self._seen and kind in {"ftyp", "moov"}:
            raise BrokenVideoError(f"it has more than one {kind!r} box")
        if kind in {"moof", "mdat"}:
            self._fragment_open = kind == "moof"
        self._seen.add(kind)
        self._kind = kind
        return _TO_THE_END if to_the_end else size - len(header)


class MatroskaWalker(_Walker):
    """Walks over the outermost elements of a WebM or Matroska file: a header and a segment."""

    def __init__(self) -> None:
        super().__init__()
        self._in_segment = False

    def finish(self) -> None:
        if self._left > 0 or self._header or not self._in_segment:
            raise BrokenVideoError("its segment is not complete", is_cut=self._in_segment)

    def _wanted(self) -> int:
        id_length = _vint_length(self._header[:1] or b"\x80")
        size = self._header[id_length : id_length + 1]
        return id_length + (_vint_length(size) if size else 1)

    def _open(self, header: bytes) -> int:
        id_length = _vint_length(header)
        size_bits = 7 * (len(header) - id_length)
        size = int.from_bytes(header[id_length:], "big") & ((1 << size_bits) - 1)
        self._in_segment |= header[:id_length] == _SEGMENT
        return _TO_THE_END if size == (1 << size_bits) - 1 else size


def _vint_length(head: bytes) -> int:
    # As many leading zero bits as bytes follow the first one.
    if not head[0]:
        raise BrokenVideoError("it has an invalid element")
    return 9 - head[0].bit_length()


class Completeness:
    """Whether a file of any kind is complete, fed in blocks of any size; it raises nothing."""

    def __init__(self) -> None:
        self.size = 0
        self._head = b""
        self._walker: _Walker | None = None
        self._problem: BrokenVideoError | None = None

    def feed(self, block: bytes) -> None:
        self.size += len(block)
        if len(self._head) < _HEAD:
            self._head += block[: _HEAD - len(self._head)]
            if len(self._head) < _HEAD:
                return
            self._walker = _walker_of(self._head)
            block = self._head + block[len(block) - (self.size - _HEAD) :]
        if self._walker is None or self._problem is not None:
            return
        try:
            self._walker.feed(block)
        except BrokenVideoError as error:
            self._problem = error

    def problem(self, *, is_whole_by_http: bool) -> str | None:
        """Return why the file is not complete, or cannot be known to be; None if it is.

        What HTTP says is only doubted where the file itself shows that its end is missing.
        """
        if self._walker is None:
            unknown = "nothing in the response or in this kind of file shows where it ends"
            return None if is_whole_by_http else unknown
        try:
            if self._problem is not None:
                raise self._problem
            self._walker.finish()
        except BrokenVideoError as error:
            return error.reason if error.is_cut or not is_whole_by_http else None
        if self._walker.is_open_ended and not is_whole_by_http:
            return "its last part has no size, so nothing shows where it ends"
        return None


def _walker_of(head: bytes) -> _Walker | None:
    if head[4:8].decode("latin-1") in _FIRST_OF_MOV:
        return Mp4Walker(_FIRST_OF_MOV)
    return MatroskaWalker() if head.startswith(_EBML) else None
