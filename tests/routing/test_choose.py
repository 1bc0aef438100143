from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.provider_data import load_providers
from rushes.catalog.routed_account import RoutedAccount
from rushes.routing.candidate import Candidate
from rushes.routing.choose import choose
from rushes.routing.health import AccountHealth, Health, Measured
from rushes.routing.preferences import Preferences

MODEL = "maker/model"
NOW = 1000.0
ENDPOINT = Endpoint(model=MODEL, upstream_model="upstream", inputs=frozenset({"text"}))
DATA = load_providers()["openrouter"]
SLUGS = ["a", "b", "c"]
PRICES = st.none() | st.decimals(0, 9, places=1)
HEALTHS = st.builds(
    AccountHealth,
    st.sampled_from([None, "credential", "credit", "failing"]),
    out_until=st.sampled_from([NOW - 1, NOW, NOW + 1]),
    in_flight=st.integers(0, 9),
)
MEASURES = st.builds(
    Measured, st.floats(1, 9), st.floats(0, 1), st.none() | st.floats(1, 9, allow_nan=False)
)
NAMES = st.lists(st.sampled_from([*SLUGS, "unknown"]), max_size=3, unique=True)
PREFERENCES = st.builds(
    Preferences,
    order=NAMES.map(tuple),
    only=NAMES.map(frozenset),
    ignore=NAMES.map(frozenset),
    allow_fallbacks=st.booleans(),
    policy=st.sampled_from([None, "order", "cheapest", "fastest", "reliable"]),
    max_price=PRICES,
)
POLICIES = st.sampled_from(["order", "cheapest", "fastest", "reliable"])


def candidate(slug, position, price=None, *, name=None, concurrency=1):
    account = RoutedAccount(
        name or slug, slug, slug, DATA, (ENDPOINT,), position, concurrency=concurrency
    )
    return Candidate(account, ENDPOINT, None if price is None else Decimal(price))


@st.composite
def situations(draw):
    """Draw candidates of some accounts, some of the same provider, and their health."""
    slugs = draw(st.lists(st.sampled_from(SLUGS), max_size=6))
    candidates = [
        candidate(slug, place, draw(PRICES), name=f"{slug}/{place}")
        for place, slug in enumerate(slugs)
    ]
    names = [each.account.id for each in candidates]
    accounts = {name: draw(HEALTHS) for name in names}
    measured = {(name, MODEL): draw(MEASURES) for name in names}
    return draw(st.permutations(candidates)), Health(accounts, measured)


def ids(chosen):
    return [each.account.id for each in chosen]


@given(situations(), PREFERENCES, POLICIES)
def test_only_what_is_wanted_affordable_and_allowed_is_chosen(situation, preferences, policy):
    candidates, health = situation
    chosen = choose(candidates, preferences, policy, health, NOW)
    assert len(set(ids(chosen))) == len(chosen)
    for each in chosen:
        state = health.of(each.account.id)
        assert not preferences.only or each.account.slug in preferences.only
        assert each.account.slug not in preferences.ignore
        if preferences.max_price is not None:
            assert each.price is not None
            assert each.price <= preferences.max_price
        assert not (state.is_out(NOW) and state.problem in {"credential", "credit"})


@given(situations(), PREFERENCES, POLICIES)
def test_the_order_of_the_candidates_does_not_count(situation, preferences, policy):
    candidates, health = situation
    chosen = choose(candidates, preferences, policy, health, NOW)
    assert choose(candidates[::-1], preferences, policy, health, NOW) == chosen


@given(situations(), PREFERENCES, POLICIES)
def test_accounts_that_fail_come_last(situation, preferences, policy):
    candidates, health = situation
    chosen = choose(candidates, preferences, policy, health, NOW)
    outs = [health.of(name).is_out(NOW) for name in ids(chosen)]
    assert outs == sorted(outs)


@given(situations(), PREFERENCES, POLICIES)
def test_without_fallbacks_one_provider_is_left(situation, preferences, policy):
    candidates, health = situation
    chosen = choose(candidates, preferences, policy, health, NOW)
    if not preferences.allow_fallbacks:
        assert len({each.account.slug for each in chosen}) <= 1
        if preferences.order:
            assert all(each.account.slug in preferences.order for each in chosen)


@given(situations(), NAMES.map(tuple), POLICIES)
def test_the_order_of_the_request_comes_before_the_policy(situation, order, policy):
    candidates, health = situation
    chosen = choose(candidates, Preferences(order=order), policy, health, NOW)
    ranks = [
        (
            health.of(each.account.id).is_out(NOW),
            (*order, each.account.slug).index(each.account.slug),
        )
        for each in chosen
    ]
    assert ranks == sorted(ranks)


@given(situations())
def test_the_cheapest_comes_first_and_unknown_prices_last(situation):
    candidates, health = situation
    for _, group in itertools.groupby(
        choose(candidates, Preferences(policy="cheapest"), "order", health, NOW),
        key=lambda each: health.of(each.account.id).is_out(NOW),
    ):
        prices = [each.price for each in group]
        known = [price for price in prices if price is not None]
        assert prices == sorted(known) + [None] * (len(prices) - len(known))


def test_the_policy_of_the_request_replaces_that_of_the_service():
    candidates = [candidate("a", 0, "2"), candidate("b", 1, "1")]
    assert ids(choose(candidates, Preferences(), "order", Health(), NOW)) == ["a", "b"]
    assert ids(choose(candidates, Preferences(), "cheapest", Health(), NOW)) == ["b", "a"]
    chosen = choose(candidates, Preferences(policy="order"), "cheapest", Health(), NOW)
    assert ids(chosen) == ["a", "b"]


@pytest.mark.parametrize(("policy", "first"), [("order", "a"), ("fastest", "b"), ("reliable", "c")])
def test_what_was_measured_decides(policy, first):
    candidates = [candidate(slug, place) for place, slug in enumerate(SLUGS)]
    measured = {
        ("a", MODEL): Measured(10, 5, None),
        ("b", MODEL): Measured(10, 6, 20.0),
        ("c", MODEL): Measured(10, 10, 30.0),
    }
    chosen = choose(candidates, Preferences(), policy, Health({}, measured), NOW)
    assert ids(chosen)[0] == first


def test_the_less_busy_account_of_a_provider_comes_first():
    candidates = [
        candidate("a", 0, name="a/1", concurrency=2),
        candidate("a", 1, name="a/2", concurrency=10),
        candidate("b", 2),
    ]
    busy = {"a/1": AccountHealth(in_flight=1), "a/2": AccountHealth(in_flight=4)}
    assert ids(choose(candidates, Preferences(), "order", Health(busy), NOW)) == ["a/2", "a/1", "b"]


@pytest.mark.parametrize("problem", ["credential", "credit", "failing"])
def test_an_account_is_tried_again_when_its_time_is_over(problem):
    out = Health({"a": AccountHealth(problem, out_until=NOW)})
    candidates = [candidate("a", 0), candidate("b", 1)]
    assert ids(choose(candidates, Preferences(), "order", out, NOW)) == ["a", "b"]
