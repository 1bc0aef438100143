from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

import pytest

from rushes import backoff
from rushes.http import job_watch
from rushes.jobs import dispatch, recovery
from rushes.providers.table import PROVIDERS
from tests.contract.cases import CASES
from tests.contract.live_service import (
    LiveService,
    Outcome,
    account,
    live_service,
    marked,
    running_fake,
)
from tests.providers.cases import ProviderCase
from tests.upstreams.base import Upstream

STALL = 0.5  # seconds without a byte, after which a download is resumed


@dataclass
class Live:
    """A provider over its fake in a service, and what became of the requests to it so far."""

    case: ProviderCase
    upstream: Upstream
    service: LiveService
    _made: dict[str, dict[str, Outcome]] = field(default_factory=dict)

    def outcome(self, theme: str, name: str, words: Mapping[str, str] | None = None) -> Outcome:
        """Return what became of one of a theme's requests, which are all made at once.

        They are those of the case, or its cheapest one with `words` in the prompt.
        """
        if theme not in self._made:
            if words is None:
                bodies = {name: marked(body) for name, body in self.case.requests.items()}
            else:
                text = self.case.requests["text"]
                bodies = {name: marked(text, added) for name, added in words.items()}
            ends = self.service.make(*bodies.values())
            self._made[theme] = dict(zip(bodies, ends, strict=True))
        return self._made[theme][name]


class _Lives:
    """Keeps one provider's service until another is asked for: tests come by provider."""

    def __init__(self, folder: Callable[[str], Path]) -> None:
        self._folder = folder
        self._open = contextlib.ExitStack()
        self._live: Live | None = None

    def of(self, case: ProviderCase) -> Live:
        if self._live is None or self._live.case is not case:
            self.close()
            upstream, url = self._open.enter_context(running_fake(case.fake, **case.fake_options))
            accounts = {case.slug: account(case, url)}
            folder = self._folder(case.slug)
            service = self._open.enter_context(live_service(folder, accounts))
            self._live = Live(case, upstream, service)
        return self._live

    def close(self) -> None:
        self._live = None
        self._open.close()


@pytest.fixture(scope="package", autouse=True)
def quick() -> Iterator[None]:
    """Let waits be short; five failures in a row, which here are asked for, shut out no account."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backoff, "FIRST", 0.02)
        patch.setattr(job_watch, "INTERVAL", 0.05)
        patch.setattr(dispatch, "SLOT_PAUSE", 0.05)
        patch.setattr(recovery, "LOOK_PAUSE", 0.05)
        for entry in PROVIDERS.values():
            module, _, name = entry.partition(":")
            provider = getattr(import_module(f"rushes.providers.{module}"), name)
            patch.setattr(provider, "poll_floor", 0.02)
            for kind in provider.__mro__:
                defaults = getattr(kind.__init__, "__kwdefaults__", None) or {}
                if "stall" in defaults:
                    patch.setitem(defaults, "stall", STALL)
        yield


@pytest.fixture(scope="package")
def lives(quick, tmp_path_factory):
    opened = _Lives(tmp_path_factory.mktemp)
    yield opened
    opened.close()


@pytest.fixture
def live(case, lives):
    return lives.of(case)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of one provider side by side, where ours are."""
    slugs = [case.slug for case in CASES]

    def place(item: pytest.Item) -> int:
        callspec = getattr(item, "callspec", None)
        case = callspec.params.get("case") if callspec else None
        return slugs.index(case.slug) if isinstance(case, ProviderCase) else -1

    ours = [i for i, item in enumerate(items) if Path(__file__).parent in item.path.parents]
    ordered = sorted((items[i] for i in ours), key=place)
    for i, item in zip(ours, ordered, strict=True):
        items[i] = item
