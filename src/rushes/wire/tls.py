"""Connections that cannot be made securely: why, and what to do about it."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterator
from pathlib import Path

from rushes.wire.environment import variable

_LOST = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError, ssl.SSLWantReadError)
# What a server says when it has too much to do, and what a lost connection looks like.
_PASSING = ("INTERNAL_ERROR", "UNEXPECTED_EOF", "SHUTDOWN")


class TrustError(ssl.SSLError):
    """A file or folder that the environment names for TLS cannot be used."""

    def __str__(self) -> str:
        return str(self.args[-1])  # SSLError shows the tuple


def trust_of_environment() -> ssl.SSLContext | None:
    """Return a context that trusts what SSL_CERT_FILE or SSL_CERT_DIR names, None without them.

    Raises:
        TrustError: it cannot be read, or SSLKEYLOGFILE cannot be written.
    """
    _check_key_log()
    if path := variable("SSL_CERT_FILE"):
        return _trusting("SSL_CERT_FILE", path, is_there=Path(path).is_file())
    if path := variable("SSL_CERT_DIR"):
        folders = path.split(os.pathsep)
        return _trusting("SSL_CERT_DIR", path, is_there=any(map(os.path.isdir, folders)))
    return None


def _check_key_log() -> None:
    path = os.environ.get("SSLKEYLOGFILE")
    if not path:
        return
    try:
        Path(path).open("a").close()
    except OSError as error:
        raise TrustError(
            f"SSLKEYLOGFILE names {path!r}, which cannot be written ({error.strerror}): set it to a"
            " file that can be, or unset it"
        ) from None


def _trusting(name: str, path: str, *, is_there: bool) -> ssl.SSLContext:
    is_file = name == "SSL_CERT_FILE"
    kind = "file" if is_file else "folder"
    problem = f"which is not a {kind}"
    if is_there:
        try:
            if is_file:
                return ssl.create_default_context(cafile=path)
            return ssl.create_default_context(capath=path)
        except OSError as error:
            problem = f"which cannot be read ({error.strerror or type(error).__name__})"
    raise TrustError(
        f"{name} names {path!r}, {problem}: set it to a {kind} with the certificates of trusted"
        " authorities (PEM), or unset it"
    )


def tls_problem(error: BaseException, server: str = "the server") -> str | None:
    """Return in a sentence why a connection to `server` is not secure, and what to do about it.

    None if `error` has another cause, or one that may go away by itself.
    """
    for cause in _chain(error):
        if isinstance(cause, TrustError):
            return str(cause)
        # Errors of aiohttp are of these classes, but the details are in their causes.
        if isinstance(cause, ssl.SSLCertVerificationError) and hasattr(cause, "verify_code"):
            return _of_certificate(cause, server)
        if isinstance(cause, ssl.SSLError) and not _may_pass(cause):
            return _of_handshake(cause, server)
    return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or cause.__context__


def _may_pass(error: ssl.SSLError) -> bool:
    reason = getattr(error, "reason", None) or ""
    return isinstance(error, _LOST) or not reason or any(part in reason for part in _PASSING)


def _of_certificate(error: ssl.SSLCertVerificationError, server: str) -> str:
    reason = (error.verify_message or "it cannot be verified").rstrip(".")
    match error.verify_code:  # X509_V_ERR_… of OpenSSL
        case 10:
            what, todo = "has expired", "renew it there, or set this machine's clock"
        case 9:
            what, todo = "is not valid yet", "set this machine's clock"
        case 62 | 64:
            what, todo = "is for another host", "use a host name that it is for"
        case _:
            what = "is not trusted"
            todo = "set SSL_CERT_FILE to a file with the certificate of its authority (PEM)"
    return f"The certificate of {server} {what} ({reason}): {todo}"


def _of_handshake(error: ssl.SSLError, server: str) -> str:
    reason = (error.reason or "").replace("_", " ").lower()
    if "certificate" in reason or "unknown ca" in reason:
        return f"No secure connection: {server} refused our certificate, or wants one ({reason})"
    return (
        f"No secure connection to {server} ({reason}): use http:// if it does not speak TLS on"
        " this port; otherwise it may need another version of TLS"
    )
