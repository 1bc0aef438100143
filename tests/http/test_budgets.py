"""Money over HTTP: budgets of keys, the limit of the service, activity, credits and usage."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from rushes.clock import unix_time
from rushes.keys.usage_report import day_text
from tests.fakes.providers import RESUBMITTED, StandInProvider
from tests.http.conftest import REQUEST, client_of, error_of, submit, wait
from tests.http.test_stored_keys import StoredKeys, until
from tests.service import running_service

PRICE = 3.2  # of REQUEST
# What the official package's model requires.
ITEM_FIELDS = {
    "byok_usage_inference",
    "cached_tokens",
    "completion_tokens",
    "date",
    "endpoint_id",
    "model",
    "model_permaslug",
    "prompt_tokens",
    "provider_name",
    "reasoning_tokens",
    "requests",
    "usage",
}


def today():
    return day_text(int(unix_time()) // 86_400)


def try_submit(client, number=0, **headers):
    return client.post("/videos", json={**REQUEST, "seed": number}, headers=headers)


def data_of(client, path, **query):
    response = client.get(path, params=query)
    assert response.status_code == 200, response.text
    return response.json()["data"]


@pytest.fixture
def team(tmp_path):
    """An admin's client, and the service and folder it is of."""
    key = StoredKeys(tmp_path).create(admin=True)
    with running_service(tmp_path) as service, client_of(service, key.text) as client:
        client.service, client.folder = service, tmp_path
        yield client


def new_key(admin, **limits):
    made = admin.post("/keys", json={"name": "Team", **limits})
    assert made.status_code == 201, made.text
    client = client_of(admin.service, made.json()["key"])
    client.id = made.json()["data"]["hash"]
    return client


def test_a_key_spends_its_budget_and_then_gets_a_402(team):
    with new_key(team, limit=7, limit_reset="daily") as client:
        team.service.provider.waits = True
        jobs = [submit(client, seed=n) for n in range(2)]
        refused = try_submit(client, 2)
        error = error_of(refused, 402)
        assert error["message"].startswith(
            "This request may cost $3.20, and of the budget of this API key, $7.00 a day, $0.60 is"
            " left ($6.40 is reserved by jobs); it resets on "
        )
        assert error["metadata"]["limit_source"] == "openrouter_in_flight_budget"
        assert error["metadata"]["budget"] == {
            "of": "key",
            "period": "daily",
            "limit": 7.0,
            "remaining": 0.6,
            "reserved": 6.4,
            "required": PRICE,
            "resets_at": day_text(int(unix_time()) // 86_400 + 1) + "T00:00:00Z",
        }
        assert refused.headers["retry-after"] == "10"
        team.service.provider.waits = False
        for job in jobs:
            wait(client, job)
        spent = try_submit(client, 2)
        assert error_of(spent, 402)["metadata"]["limit_source"] == "openrouter_key_limit"
        assert "retry-after" not in spent.headers
        key = data_of(client, "/key")
        assert (key["limit"], key["limit_reset"], key["limit_remaining"]) == (7.0, "daily", 0.6)
        assert (key["usage"], key["usage_daily"]) == (6.4, 6.4)
        assert data_of(team, f"/keys/{client.id}")["rushes"]["reserved"] == 0
        # A change takes effect within seconds.
        assert team.patch(f"/keys/{client.id}", json={"limit": 100}).status_code == 200
        until(202, lambda: try_submit(client, 3))
        team.service.provider.waits = False


def test_a_request_that_comes_again_is_answered_though_nothing_is_left(team):
    with new_key(team, budget=PRICE) as client:
        first = try_submit(client, **{"Idempotency-Key": "k"})
        again = try_submit(client, **{"Idempotency-Key": "k"})
        assert (first.status_code, again.status_code) == (202, 202)
        assert first.json()["id"] == again.json()["id"]
        assert try_submit(client, 1).status_code == 402


def test_a_hundred_clients_at_once_stay_within_a_budget(team):
    with new_key(team, budget_monthly=5 * PRICE) as client:
        with ThreadPoolExecutor(20) as pool:
            codes = list(pool.map(lambda n: try_submit(client, n).status_code, range(100)))
        assert sorted(codes) == [202] * 5 + [402] * 95


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"limit": 5}, (5.0, "monthly", {"budget_monthly": 5.0})),
        ({"limit": None}, (None, None, {})),
        ({"limit_reset": "weekly"}, (10.0, "weekly", {"budget_weekly": 10.0})),
        ({"limit": 2.5, "limit_reset": None}, (2.5, None, {"budget": 2.5})),
        (
            {"budget_daily": "0.5"},
            (10.0, "monthly", {"budget_monthly": 10.0, "budget_daily": 0.5}),
        ),
        ({"limit": 5, "budget_monthly": None}, (None, None, {})),
    ],
)
def test_a_limit_is_the_budget_of_the_longest_period(team, changes, shown):
    with new_key(team, limit=10, limit_reset="monthly") as client:
        data = team.patch(f"/keys/{client.id}", json=changes).json()["data"]
        limit, reset, budgets = shown
        assert (data["limit"], data["limit_reset"]) == (limit, reset)
        names = {"budget", "budget_daily", "budget_weekly", "budget_monthly"}
        assert {n: v for n, v in data["rushes"].items() if n in names and v is not None} == budgets


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"limit": "a lot"}, "limit"),
        ({"budget_daily": -1}, "budget_daily"),
        ({"budget": 1e-10}, "budget"),
        ({"limit_reset": "yearly"}, "limit_reset"),
    ],
)
def test_what_is_no_amount_is_refused_by_name(team, given, field):
    response = team.post("/keys", json={"name": "Team", **given})
    assert error_of(response, 400)["metadata"]["field"] == field


@pytest.mark.parametrize(("charges", "status"), [(True, 402), (False, 202)])
def test_a_request_without_a_known_price_needs_a_provider_that_never_charges(
    tmp_path, charges, status
):
    capabilities = RESUBMITTED
    if charges:
        capabilities = capabilities.model_copy(update={"on_lost_response": "fail"})
    with running_service(
        tmp_path,
        provider=StandInProvider(capabilities=capabilities),
        spend_limit="10/week",
    ) as service:
        router = service.request_context.jobs.router
        route = router.route

        async def unpriced(*args, **options):
            return [replace(c, price=None) for c in await route(*args, **options)]

        router.route = unpriced
        with client_of(service) as client:
            response = try_submit(client)
            assert response.status_code == status
            if charges:
                error = error_of(response, 402)
                assert error["metadata"]["reason"] == "price_unknown"
                assert "use a model whose quote has a cost" in error["message"]


def test_the_service_has_a_limit_for_all_keys_together(tmp_path):
    with (
        running_service(
            tmp_path, api_keys=["alpha-key", "beta-key"], spend_limit="7/day, 100/month"
        ) as service,
        client_of(service, "alpha-key") as alpha,
        client_of(service, "beta-key") as beta,
    ):
        wait(alpha, submit(alpha))
        wait(beta, submit(beta))
        for client in (alpha, beta):
            error = error_of(try_submit(client, 1), 402)
            assert "of the service's limit, $7.00 a day, $0.60 is left" in error["message"]
            assert error["metadata"]["limit_source"] == "openrouter_credits"
            assert error["metadata"]["budget"]["of"] == "service"
        assert data_of(alpha, "/credits")["total_usage"] == PRICE


def test_activity_usage_and_credits_agree(team):
    with new_key(team) as one, new_key(team) as other:
        for client, seeds in ((one, (1, 2)), (other, (3,))):
            for seed in seeds:
                wait(client, submit(client, seed=seed))
        for client, cost, jobs in ((one, 6.4, 2), (other, 3.2, 1), (team, 9.6, 3)):
            (item,) = data_of(client, "/activity")
            assert set(item) == ITEM_FIELDS
            assert (item["date"], item["usage"], item["requests"]) == (today(), cost, jobs)
            assert (item["model"], item["provider_name"]) == ("google/veo-3.1", "Stand-in")
            assert item["model_permaslug"].startswith("google/veo-3.1")
            assert data_of(client, "/activity", date=today()) == [item]
            assert data_of(client, "/activity", date="2026-01-01") == []
            assert data_of(client, "/credits")["total_usage"] == cost
            (row,) = data_of(client, "/usage")
            assert (row["day"], row["usage"], row["requests"]) == (today(), cost, jobs)
        assert data_of(team, "/activity", api_key_hash=one.id)[0]["usage"] == 6.4
        assert data_of(one, "/activity", api_key_hash=one.id)[0]["usage"] == 6.4
        by_key = {row["key"]: row["usage"] for row in data_of(team, "/usage", by="key,model")}
        assert by_key == {one.id: 6.4, other.id: 3.2}
        error_of(one.get("/activity", params={"api_key_hash": other.id}), 403)
        error_of(one.get("/usage", params={"key": other.id}), 403)


@pytest.mark.parametrize(
    ("path", "query", "field"),
    [
        ("/activity", {"date": "2026-02-30"}, "date"),
        ("/activity", {"date": "yesterday"}, "date"),
        ("/usage", {"by": "weather"}, "by"),
        ("/usage", {"since": "2026-13-01"}, "since"),
        ("/usage", {"key": "a b"}, "key"),
    ],
)
def test_what_is_no_day_or_dimension_is_refused_by_name(service, path, query, field):
    with client_of(service) as client:
        error = error_of(client.get(path, params=query), 400)
        assert error["metadata"]["field"] == field


def test_a_deleted_job_stays_in_what_was_spent(team):
    with new_key(team, budget=2 * PRICE) as client:
        job = submit(client)
        wait(client, job)
        assert client.delete(f"/videos/{job}").is_success
        assert data_of(client, "/key")["usage"] == PRICE
        assert data_of(client, "/key")["limit_remaining"] == PRICE
