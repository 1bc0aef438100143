"""A kit whose videos are bytes at hand instead of renders."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import httpx

from rushes.engines.render_pool import RenderPool
from rushes.server import background_service
from rushes.settings import Settings
from rushes.testing.kit import TestKit
from rushes.testing.service import TestingService
from tests.fakes.providers import StandInProvider

REQUEST = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 4, "resolution": "720p"}


async def no_workers(pool):
    """Start no process: nothing is rendered."""


class QuickKit(TestKit):
    """`engine` stands in for the renderer."""

    def provider(self, engine):
        self.engine = StandInProvider()
        return super().provider(self.engine)


@contextmanager
def kit_service(settings):
    kit = TestKit(settings)
    with background_service(settings, hooks=kit) as url:
        yield TestingService(url, kit)


@contextmanager
def quick_service(folder, **settings):
    chosen = Settings(data_dir=folder, port=0, **settings)
    kit = QuickKit(chosen)
    with ExitStack() as stack:
        with patch.object(RenderPool, "start", no_workers):
            url = stack.enter_context(background_service(chosen, hooks=kit))
        service = TestingService(url, kit)
        service.engine, service.kit, service.folder = kit.engine, kit, folder
        yield service


def client_of(service, key="any"):
    headers = {"Authorization": f"Bearer {key}"}
    return httpx.Client(base_url=service.api_url, headers=headers, timeout=10)
