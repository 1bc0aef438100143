"""The pytest plugin: the fixtures `rushes` and `rushes_session`.

It is loaded in every pytest run of an environment that has Rushes, so it imports nothing but
pytest until a test asks for a fixture.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Generator, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from rushes.testing.local import Lead, LocalService
    from rushes.testing.report import Seen

MARKER = "rushes(redirect=True, environment=True): how the fixture `rushes` leads clients to it"
SECTION = "Rushes: what the service saw"
SERVICE: pytest.StashKey[LocalService] = pytest.StashKey()
LEAD: pytest.StashKey[Lead] = pytest.StashKey()  # of the session
SEEN: pytest.StashKey[Seen | None] = pytest.StashKey()  # before the service's reset or end
SECRETS: pytest.StashKey[set[str]] = pytest.StashKey()  # of variables that may be gone since


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the service."""
    parser.addini(
        "rushes_redirect",
        "Redirect clients that hard-code openrouter.ai to the service of the fixture (true).",
        type="bool",
        default=True,
    )
    parser.addini(
        "rushes_options",
        "Settings of the service, one a line: NAME = VALUE, with a JSON value or a text.",
        type="linelist",
        default=[],
    )
    parser.getgroup("rushes").addoption(
        "--rushes-no-redirect",
        action="store_true",
        help="Do not redirect clients that hard-code openrouter.ai.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line("markers", MARKER)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Load the service if a test uses it, so that the first such test does not take longer."""
    if session.config.option.collectonly:
        return
    if any("_rushes_service" in getattr(item, "fixturenames", ()) for item in session.items):
        # What is missing is an error of the tests that need it.
        with contextlib.suppress(ImportError):
            import_module("rushes.testing.local")


@pytest.fixture(scope="session")
def _rushes_service(request: pytest.FixtureRequest) -> Iterator[LocalService]:
    from rushes.testing.local import served  # noqa: PLC0415 - see above

    with served(_options(request.config)) as service:
        yield service


@pytest.fixture(scope="session")
def rushes_session(
    request: pytest.FixtureRequest, _rushes_service: LocalService
) -> Iterator[LocalService]:
    """Lead the clients of the whole session to a service; nothing is reset between tests."""
    from rushes.testing.local import Lead  # noqa: PLC0415 - see above

    stash = request.session.stash
    with Lead(_rushes_service, redirect=_redirects(request.config), environment=True) as lead:
        stash[SERVICE], stash[LEAD], stash[SEEN] = _rushes_service, lead, None
        try:
            yield _rushes_service
        finally:
            del stash[LEAD]
            stash[SEEN] = _rushes_service.seen()


@pytest.fixture
def rushes(request: pytest.FixtureRequest, _rushes_service: LocalService) -> Iterator[LocalService]:
    """Lead the clients of one test to a service that knows no jobs and no requests yet."""
    from rushes.testing.local import Lead  # noqa: PLC0415 - see above

    given = {"redirect": _redirects(request.config), "environment": True, **_marked(request)}
    refused = {name: not value for name, value in given.items()}
    of_session = request.session.stash.get(LEAD, None)
    _rushes_service.reset()
    stash = request.node.stash
    stash[SERVICE], stash[SEEN] = _rushes_service, None
    with contextlib.ExitStack() as stack:
        stack.callback(_rushes_service.reset)
        if of_session is not None:
            stack.enter_context(of_session.suspended(**refused))
        stack.enter_context(Lead(_rushes_service, **given))
        yield _rushes_service
        stash[SEEN] = _rushes_service.seen()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, Any, Any]:
    """Put back variables that another fixture, undone after those here, has set once more."""
    # A run that has not loaded it has led nobody anywhere.
    module = sys.modules.get("rushes.testing.client_environment")
    with contextlib.nullcontext() if module is None else module.Variables.guarded():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Show, with a test that fails, what the service saw."""
    outcome = yield
    stash = item.stash
    if SERVICE not in stash and "rushes_session" in getattr(item, "fixturenames", ()):
        stash = item.session.stash
    if (service := stash.get(SERVICE, None)) is None:
        return outcome
    from rushes.testing.report import secrets_of_environment  # noqa: PLC0415 - see above

    secrets = stash.setdefault(SECRETS, set())
    secrets |= secrets_of_environment()
    if outcome.failed:
        outcome.sections.append((SECTION, _report(service, stash.get(SEEN, None), secrets)))
    if outcome.when == "teardown":
        item.stash[SEEN] = None
    return outcome


def _report(service: LocalService, seen: Seen | None, secrets: set[str]) -> str:
    from rushes.testing.report import report  # noqa: PLC0415 - see above

    try:
        return report(seen or service.seen(), secrets)
    except (RuntimeError, TimeoutError) as error:  # in a fork, or one that does not answer
        return f"not available: {error}"


def _redirects(config: pytest.Config) -> bool:
    return bool(config.getini("rushes_redirect")) and not config.getoption("rushes_no_redirect")


def _marked(request: pytest.FixtureRequest) -> dict[str, bool]:
    marker = request.node.get_closest_marker("rushes")
    if marker is None:
        return {}
    if marker.args or (unknown := set(marker.kwargs) - {"redirect", "environment"}):
        given = ", ".join(map(str, marker.args or sorted(unknown)))
        raise pytest.UsageError(
            f"@pytest.mark.rushes takes redirect= and environment=, not {given}"
        )
    for name, value in marker.kwargs.items():
        if not isinstance(value, bool):
            raise pytest.UsageError(
                f"@pytest.mark.rushes: {name} must be True or False, not {value!r}"
            )
    return dict(marker.kwargs)


def _options(config: pytest.Config) -> dict[str, Any]:
    """Return the settings of the ini option, which are JSON where they can be."""
    import json  # noqa: PLC0415 - see above

    found = {}
    for line in config.getini("rushes_options"):
        name, equals, text = map(str.strip, line.partition("="))
        if not equals:
            raise pytest.UsageError(f"rushes_options: {line!r} is not NAME = VALUE")
        try:
            found[name] = json.loads(text)
        except ValueError:
            found[name] = text
    return found
