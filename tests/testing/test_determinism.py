"""The same seed and requests give the same ids, seeds and scenarios."""

from __future__ import annotations

from tests.testing.kits import REQUEST, client_of, quick_service


def played(service):
    """Return what a client sees of a fixed play."""
    service.when(chance=0.4).then("rate_limited")
    service.when(prompt="odd", chance=0.5).then("failed")
    seen = []
    with client_of(service) as client:
        for number in range(16):
            prompt = f"{'odd' if number % 2 else 'even'} {number}"
            response = client.post("/videos", json={**REQUEST, "prompt": prompt})
            seen.append((response.status_code, response.headers["request-id"]))
            if response.status_code == 202:
                service.clock.advance(seconds=1)
                job = client.get(f"/videos/{response.json()['id']}").json()
                seen.append((job["id"], job["status"], job["rushes"]["seed"]))
    return seen


def test_a_seed_repeats_everything_also_after_a_reset(tmp_path):
    with quick_service(tmp_path / "one", testing_seed=5) as one:
        first = played(one)
        one.reset()
        assert played(one) == first
    with quick_service(tmp_path / "two", testing_seed=5) as two:
        assert played(two) == first
    with quick_service(tmp_path / "three", testing_seed=6) as three:
        assert played(three) != first
    statuses = {status for status, *_ in first}
    assert {202, 429} < statuses
    ends = {status[1] for status in first if len(status) == 3}
    assert ends == {"completed", "failed"}


def test_without_a_seed_ids_differ(tmp_path):
    with quick_service(tmp_path) as service, client_of(service) as client:
        first = client.post("/videos", json=REQUEST).json()["id"]
        service.reset()
        assert client.post("/videos", json=REQUEST).json()["id"] != first


def test_a_job_after_a_reset_is_not_taken_for_the_one_before(service, submit, wait):
    first = submit(prompt="The first")
    wait(first)
    service.reset()
    second = submit(prompt="The second")
    assert second == first
    wait(second)
    assert [r.prompt for r in service.engine.requests[-2:]] == ["The first", "The second"]
    keys = [r.key for r in service.engine.requests[-2:]]
    assert keys[0] != keys[1]


def test_a_data_folder_of_an_earlier_run_is_no_obstacle(tmp_path):
    ids = set()
    for _ in range(2):
        with quick_service(tmp_path, testing_seed=5) as service, client_of(service) as client:
            for _ in range(3):
                answer = client.post("/videos", json=REQUEST)
                assert answer.status_code == 202, answer.text
                ids.add(answer.json()["id"])
    assert len(ids) == 6


def test_requests_beside_the_api_change_no_ids(tmp_path):
    with quick_service(tmp_path, testing_seed=5) as service, client_of(service) as client:
        seen = []
        for extra in range(3):
            service.reset()
            for _ in range(extra):
                assert client.get(f"{service.url}/health").status_code == 200
            seen.append(client.post("/videos", json=REQUEST).headers["request-id"])
    assert len(set(seen)) == 1
