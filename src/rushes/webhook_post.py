"""Post a webhook: one request to a guarded URL, without redirects."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress

import aiohttp

from rushes.egress import misconfiguration
from rushes.url_check import FetchError, check_url
from rushes.url_guard import guarded_request
from rushes.webhook import NoResponseError, Receipt, SignedWebhook
from rushes.wire.proxies import Proxies, ProxySettingError

TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)
MOST_READ = 64 * 1024  # bytes of a response


async def post(webhook: SignedWebhook, proxies: Proxies | None, *, allow_private: bool) -> Receipt:
    """Post a webhook, also without TLS and to private addresses if `allow_private`.

    Raises NoResponseError.
    """
    try:
        async with guarded_request(
            "POST",
            check_url(webhook.url, allow_private=allow_private),
            proxies,
            allow_private=allow_private,
            data=webhook.body,
            headers=webhook.headers,
            allow_redirects=False,
            timeout=TIMEOUT,
        ) as response:
            return await _receipt(response)
    except (aiohttp.ClientError, TimeoutError, ValueError, FetchError) as error:
        raise NoResponseError(unreached(error)) from error


async def _receipt(response: aiohttp.ClientResponse) -> Receipt:
    # Once it has come, or all of it that is read: the status is what counts.
    left = MOST_READ
    with suppress(aiohttp.ClientError, TimeoutError):
        while left > 0 and (block := await response.content.read(left)):
            left -= len(block)
    return Receipt(response.status, response.headers)


def unreached(error: BaseException) -> str:
    """Return why a receiver was not reached, in words without its URL."""
    if isinstance(error, _OF_PROXIES) and (problem := misconfiguration(error)):
        return problem
    causes = [error]
    while (cause := causes[-1].__cause__) is not None:
        causes.append(cause)
    for cause in reversed(causes):
        if isinstance(cause, FetchError):  # it names the host alone
            return str(cause)
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate is not valid: {cause.verify_message}"
        if isinstance(cause, ssl.SSLError):
            reason = getattr(cause, "reason", None) or "no reason given"
            return f"TLS failed: {reason.replace('_', ' ').lower()}"
        for kind, words in _REASONS.items():
            if isinstance(cause, kind):
                return words
    return f"the request failed ({type(error).__name__})"


_OF_PROXIES = (
    ProxySettingError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ClientProxyConnectionError,
)
_REASONS: dict[type[BaseException], str] = {
    aiohttp.ConnectionTimeoutError: f"no connection within {TIMEOUT.sock_connect:g} seconds",
    TimeoutError: f"no response within {TIMEOUT.total:g} seconds",
    socket.gaierror: "its host name was not resolved",
    ConnectionRefusedError: "the connection was refused",
    ConnectionResetError: "the connection was closed",
    BrokenPipeError: "the connection was closed",
    aiohttp.ServerDisconnectedError: "the connection was closed without a response",
    aiohttp.ClientResponseError: "its response is not HTTP, or has headers that are too long",
}
