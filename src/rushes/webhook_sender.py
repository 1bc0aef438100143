"""Send webhooks, signed, each receiver's in its turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pydantic import SecretStr

from rushes.host_turns import HostTurns
from rushes.webhook import Delivery, Event, NoResponseError, Post, Receipt, SignedWebhook, signed
from rushes.wire.headers import retry_after
from rushes.wire.proxies import Proxies

SHORTEST_WAIT, LONGEST_WAIT = 1.0, 3600.0  # seconds that a receiver may ask for


class WebhookSender:
    """Sends webhooks, signed with `secret`, and with `previous_secret` until all receivers know it.

    Its turns: at most `deliveries` at once, at most `deliveries_per_host` of them to one host, and
    `deliveries_per_owner` of one owner's jobs (None: while more turns are free). `wrap` may stand
    between a webhook and the network.
    """

    def __init__(
        self,
        secret: SecretStr | None,
        *,
        allow_private: bool,
        previous_secret: SecretStr | None = None,
        proxies: Proxies | None = None,
        deliveries: int = 32,
        deliveries_per_host: int = 4,
        deliveries_per_owner: int | None = None,
        wrap: Callable[[Post], Post] = lambda post: post,
    ) -> None:
        self._allow_private = allow_private
        self._proxies = proxies
        self._post = wrap(self._guarded_post)
        self.turns = HostTurns(deliveries, deliveries_per_host, deliveries_per_owner)
        self.sign_with(secret, previous_secret)

    def sign_with(self, secret: SecretStr | None, previous_secret: SecretStr | None = None) -> None:
        """Sign with other secrets from now on."""
        self._secrets = [s for s in (secret, previous_secret) if s is not None]

    async def send(
        self, url: str, event: Event, secrets: Sequence[SecretStr] | None = None
    ) -> Delivery:
        """Post an event once, signed now; a 2xx response is a delivery.

        `secrets` sign it instead of the sender's own.
        """
        signers = self._secrets if secrets is None else secrets
        try:
            receipt = await self._post(signed(url, event, signers))
        except NoResponseError as error:
            return Delivery(delivered=False, error=str(error), signatures=len(signers))
        return replace(_delivery(receipt), signatures=len(signers))

    async def _guarded_post(self, webhook: SignedWebhook) -> Receipt:
        # Its HTTP client is loaded with the first webhook: a service starts sooner.
        from rushes.webhook_post import post  # noqa: PLC0415

        return await post(webhook, self._proxies, allow_private=self._allow_private)


def _delivery(receipt: Receipt) -> Delivery:
    status, seconds = receipt.status, None
    delivered, gone = 200 <= status < 300, status == 410
    if status in {429, 503}:
        seconds = retry_after(receipt.headers)
    error = "the receiver wants no more webhooks" if gone else f"the receiver answered {status}"
    return Delivery(
        delivered,
        gone,
        None if seconds is None else min(max(seconds, SHORTEST_WAIT), LONGEST_WAIT),
        status,
        None if delivered else error,
    )
