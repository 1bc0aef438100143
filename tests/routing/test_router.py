"""Which endpoints a request is given, and what is said where there are none."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.limits import check_request
from rushes.catalog.model import load_catalog
from rushes.catalog.provider_data import ENGINE, load_providers
from rushes.catalog.refusal import NoEndpointError, PriceLimitError, UnsupportedByProviderError
from rushes.catalog.routed_account import RoutedAccount
from rushes.routing.availability import availability
from rushes.routing.health import AccountHealth, Health
from rushes.routing.preferences import preferences_of
from rushes.routing.router import Router
from rushes.wire import VideoGenerationRequest

VEO = "google/veo-3.1"
TOMORROW = datetime.now(UTC).date() + timedelta(days=1)


def row(**values):
    facts = {"model": VEO, "upstream_model": "veo", "inputs": {"text"}}
    return Endpoint.model_validate({**facts, **values})


def account(name, *rows, slug="fal", position=0, **values):
    return RoutedAccount(
        name, slug, name.title(), load_providers()[slug], rows, position, 5, **values
    )


def engine():
    data = load_providers()[ENGINE]
    return RoutedAccount(ENGINE, ENGINE, data.name, data)


async def route(router, max_price=None, without=(), **fields):
    request = VideoGenerationRequest(**{"model": VEO, "prompt": "A fox", "duration": 4} | fields)
    model = load_catalog().get(request.model)
    spec = check_request(request, model, is_live=router.table.is_live(model.id))
    found = await router.route(request, spec, preferences_of(request, max_price), without=without)
    return [candidate.account.id for candidate in found]


def router(*accounts, **options):
    return Router(load_catalog(), accounts, **options)


async def test_the_engine_makes_only_what_nobody_else_does():
    routing = router(account("a", row()), engine())
    assert await route(routing) == ["a"]
    assert await route(routing, model="google/veo-3.1-lite") == [ENGINE]
    assert availability(VEO, routing.table).status == "live"
    assert availability("google/veo-3.1-lite", routing.table).status == "emulated"
    assert availability("runway/aleph-2", routing.table).status == "emulated"
    alone = router(account("a", row()))
    assert availability("runway/aleph-2", alone.table).status == "unavailable"


async def test_a_model_that_nobody_makes_names_who_would():
    with pytest.raises(NoEndpointError, match="google-vertex would: add it to `providers`"):
        await route(router(account("a", row())), model="google/veo-3.1-lite")


async def test_rows_of_one_model_are_alternatives():
    routing = router(
        account("a", row(durations=[8], upstream_model="long"), row(durations=[4, 6])),
    )
    assert await route(routing, duration=4) == await route(routing, duration=8) == ["a"]
    routing = router(account("a", row(durations=[8])), account("b", row(durations=[4])))
    assert await route(routing, duration=4) == ["b"]


@pytest.mark.parametrize(
    ("limits", "fields", "reason"),
    [
        ({"durations": [8]}, {}, "duration: .* it does not make 4; allowed: 8"),
        ({"resolutions": ["1080p"]}, {"resolution": "720p"}, "resolution: .* not make 720p"),
        ({"audio": "never"}, {"generate_audio": True}, "generate_audio: .* makes no audio"),
        ({"audio": "always"}, {"generate_audio": False}, "generate_audio: .* always makes audio"),
        ({"seed": False}, {"seed": 7}, "seed: .* takes none"),
        ({"max_prompt": 3}, {}, "prompt: .* at most 3 characters"),
        (
            {},
            {"input_references": [{"type": "image_url", "image_url": {"url": "https://a.test/x"}}]},
            "input_references: .* does not take image references",
        ),
        (
            {},
            {"provider": {"options": {"fal": {"colour": 1}}}},
            r"provider\.options\.fal\.colour: .*allowed: ",
        ),
    ],
)
async def test_what_no_account_can_do_is_refused_by_field_and_provider(limits, fields, reason):
    routing = router(account("a", row(**limits)))
    with pytest.raises(UnsupportedByProviderError, match=reason) as caught:
        await route(routing, **fields)
    assert "fal" in caught.value.message
    assert caught.value.field == reason.partition(":")[0].replace("\\", "")


async def test_what_was_left_open_is_no_reason_to_refuse():
    routing = router(account("a", row(seed=False, audio="never")))
    assert await route(routing) == ["a"]


async def test_a_retired_model_says_so_and_is_tried_only_if_that_is_set():
    over = row(retires=date(2026, 1, 1), successor="google/veo-4")
    assert await route(router(account("a", over, uses_retired=True))) == ["a"]
    assert availability(VEO, router(account("a", over)).table).status == "retired"
    trying = availability(VEO, router(account("a", over, uses_retired=True)).table)
    assert (trying.status, trying.providers) == ("live", ("a",))
    both = availability(VEO, router(account("a", over), account("b", row())).table)
    assert (both.status, both.providers, both.retires) == ("live", ("b",), None)
    with pytest.raises(NoEndpointError):
        await route(router(account("a", over)))
    lasting = row(retires=TOMORROW + timedelta(days=1))
    assert await route(router(account("a", lasting))) == ["a"]


async def test_the_price_limit_is_checked_before_anything_else_is_done():
    cheap, dear = row(pricing_skus={"duration_seconds": "0.1"}), row()
    priced = row(pricing_skus={"duration_seconds": "0.3"})
    routing = router(account("a", dear), account("b", priced), account("c", cheap))
    assert await route(routing, max_price=Decimal("0.4")) == ["c"]
    assert await route(routing, provider={"max_price": 1.2}) == ["b", "c"]
    with pytest.raises(PriceLimitError, match=r"\$0\.3 is less than the \$0\.40 of fal") as caught:
        await route(routing, max_price=Decimal("0.3"))
    assert caught.value.status == 402
    with pytest.raises(PriceLimitError, match="no price is known of fal"):
        await route(router(account("a", dear)), max_price=Decimal(9))


class Reports:
    def __init__(self, **accounts):
        self.known = Health(accounts)

    async def health(self):
        return self.known


async def test_accounts_without_access_are_left_out_and_said_to_be():
    out = AccountHealth("credential", "bad key", time.time() + 60, 1)
    routing = router(account("a", row()), account("b", row()), health=Reports(a=out))
    assert await route(routing) == ["b"]
    routing = router(account("a", row()), health=Reports(a=out))
    with pytest.raises(NoEndpointError, match="A rejected its API key") as caught:
        await route(routing)
    assert 1 <= caught.value.retry_after <= 60


async def test_one_that_only_fails_comes_last_but_is_not_refused():
    out = AccountHealth("failing", "unreachable", time.time() + 60, 9)
    routing = router(account("a", row()), account("b", row(), position=1), health=Reports(a=out))
    assert await route(routing) == ["b", "a"]


async def test_those_that_were_tried_are_left_out():
    routing = router(account("a", row()), account("b", row()))
    assert await route(routing, without={("a", "veo")}) == ["b"]


async def test_only_and_ignore_leave_others_alone():
    routing = router(account("a", row()), account("b", row(), slug="runway"))
    assert await route(routing, provider={"only": ["runway"]}) == ["b"]
    assert await route(routing, provider={"ignore": ["runway"]}) == ["a"]
    with pytest.raises(UnsupportedByProviderError, match=r"leave none .*: fal, runway"):
        await route(routing, provider={"only": ["xai"]})
