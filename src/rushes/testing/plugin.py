"""The pytest plugin: the fixtures `rushes` and `rushes_session`.

It is loaded in every pytest run of an environment that has Rushes, so it imports nothing but
pytest until a test asks for a fixture.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from rushes.testing.local import LocalService

MARKER = "rushes(redirect=True, environment=True): how the fixture `rushes` leads clients to it"
SECTION = "Rushes: what the service saw"
SERVICE = pytest.StashKey["LocalService"]()


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
    from rushes.testing.local import leading_to  # noqa: PLC0415 - see above

    redirect = _redirects(request.config)
    with leading_to(_rushes_service, redirect=redirect, environment=True):
        request.session.stash[SERVICE] = _rushes_service
        yield _rushes_service


@pytest.fixture
def rushes(request: pytest.FixtureRequest, _rushes_service: LocalService) -> Iterator[LocalService]:
    """Lead the clients of one test to a service that knows no jobs and no requests yet."""
    from rushes.testing.local import leading_to  # noqa: PLC0415 - see above

    given = {"redirect": _redirects(request.config), "environment": True, **_marked(request)}
    _rushes_service.reset()
    request.node.stash[SERVICE] = _rushes_service
    try:
        with leading_to(_rushes_service, **given):
            yield _rushes_service
    finally:
        _rushes_service.reset()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Show, with a test that fails, what the service saw."""
    outcome = yield
    service = item.stash.get(SERVICE, None)
    if service is None and "rushes_session" in getattr(item, "fixturenames", ()):
        service = item.session.stash.get(SERVICE, None)
    # At its teardown the service knows nothing any more.
    if outcome.failed and outcome.when != "teardown" and service is not None:
        outcome.sections.append((SECTION, service.report()))
    return outcome


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
