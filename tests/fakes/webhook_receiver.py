"""A stub server that receives webhooks at `hook`."""

from __future__ import annotations

import asyncio

from tests.fakes.stub_server import Answer, StubServer


class WebhookReceiver(StubServer):
    def __init__(self, ip: str = "127.0.0.1") -> None:
        super().__init__(ip=ip)
        self.hook = f"{self.origin}/hook?token=hidden"
        self.answer(Answer(204))

    def answer(self, answer: Answer) -> None:
        """Answer all webhooks with this from now on."""
        self.route("POST", "/hook", answer)

    async def next_key(self) -> str:
        """Wait for the next webhook; return its idempotency key."""
        request = await asyncio.to_thread(self.next_request)
        [key] = request.header("X-OpenRouter-Idempotency-Key")
        return key

    @property
    def kinds(self) -> list[str]:
        """Return the kinds of events that have come."""
        return [r.json["type"].removeprefix("video.generation.") for r in self.received]
