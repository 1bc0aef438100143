"""With `validate` a request that the model does not take is not sent, and all of it is named."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from openrouter import errors, frame_image
from rushes.sdk.model_list import LIFETIME, CatalogCache, ModelList
from tests.fakes.stub_server import StubServer, error_answer, job_answer, json_answer
from tests.sdk.driver import Driver
from tests.service import running_service

ROW: dict[str, Any] = {
    "id": "acme/river-1",
    "canonical_slug": "acme/river-1-20261101",
    "name": "Acme: River 1",
    "created": 1793000000,
    "supported_resolutions": ["480p", "720p"],
    "supported_aspect_ratios": ["16:9"],
    "supported_sizes": ["1280x720"],
    "supported_durations": [4, 6],
    "supported_frame_images": ["first_frame"],
    "upscale_factor": {"min": 1.5, "max": 4},
    "creativity": [1, 2],
    "generate_audio": False,
    "seed": False,
}
SILENT = {key: ROW[key] for key in ("id", "canonical_slug", "name", "created")}
LAST = frame_image("data:image/png;base64,AAAA", "last_frame")


def models(*rows: dict[str, Any]) -> Any:
    return json_answer({"data": [ROW, *rows]})


@pytest.mark.parametrize("operation", ["generate", "generate_and_wait"])
def test_everything_that_does_not_fit_is_named(
    driver: Driver, stub: StubServer, operation: str
) -> None:
    stub.script(models())
    with pytest.raises(errors.UnsupportedRequestError) as caught:
        driver.call(
            driver.client(),
            operation,
            model="acme/river-1",
            duration=5,
            resolution="4K",
            aspect_ratio="1:1",
            size="10x10",
            creativity=9,
            frame_images=iter([LAST]),
            generate_audio=True,
            seed=0,
            upscale_factor=8,
            validate=True,
        )
    assert caught.value.problems == [
        "duration: 5 is not one of 4, 6; nearest: 4",
        "resolution: '4K' is not one of 480p, 720p",
        "aspect_ratio: '1:1' is not one of 16:9",
        "size: '10x10' is not one of 1280x720",
        "creativity: 9 is not one of 1, 2; nearest: 2",
        "upscale_factor: 8 is not from 1.5 to 4; nearest: 4",
        "frame_images.0.frame_type: 'last_frame' is not one of first_frame",
        "generate_audio: the model makes no sound",
        "seed: the model takes none",
    ]
    assert isinstance(caught.value, ValueError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    assert [r.method for r in stub.received] == ["GET"]


def test_what_fits_is_sent_whole(driver: Driver, stub: StubServer) -> None:
    stub.script(models(), job_answer(202), job_answer(202), job_answer(202))
    client = driver.client()
    first = frame_image("data:image/png;base64,AAAA")
    for model in ("acme/river-1", "acme/river-1-20261101"):
        driver.call(
            client,
            "generate",
            model=model,
            prompt="p",
            duration=4,
            frame_images=(frame for frame in [first]),
            upscale_factor=1.5,
            generate_audio=False,
            validate=True,
        )
    driver.call(client, "generate", model="unknown")
    # The list was asked for once, and only for who wants to validate.
    assert [r.method for r in stub.received] == ["GET", "POST", "POST", "POST"]
    assert len(stub.received[1].json["frame_images"]) == 1
    assert "validate" not in stub.received[1].json


def test_what_is_not_published_is_not_checked(driver: Driver, stub: StubServer) -> None:
    stub.script(models(SILENT | {"id": "b"}), job_answer(202))
    driver.call(
        driver.client(),
        "generate",
        model="b",
        prompt="p",
        duration=99,
        size="1x1",
        seed=1,
        generate_audio=True,
        upscale_factor=9,
        frame_images=[LAST],
        validate=True,
    )
    assert stub.received[1].method == "POST"


def test_an_empty_list_allows_nothing_and_an_open_bound_everything(
    driver: Driver, stub: StubServer
) -> None:
    row = ROW | {"id": "b", "supported_frame_images": [], "upscale_factor": {"min": 2}}
    stub.script(models(row), job_answer(202))
    client = driver.client()
    with pytest.raises(errors.UnsupportedRequestError, match="takes none"):
        driver.call(client, "generate", model="b", frame_images=[LAST], validate=True)
    with pytest.raises(errors.UnsupportedRequestError, match="1 is not from 2 to any; nearest: 2"):
        driver.call(client, "generate", model="b", prompt="p", upscale_factor=1, validate=True)
    driver.call(client, "generate", model="b", prompt="p", upscale_factor=1e9, validate=True)


def test_an_unknown_model_is_told_its_neighbours(driver: Driver, stub: StubServer) -> None:
    stub.script(models())
    client = driver.client()
    with pytest.raises(errors.UnsupportedRequestError, match=r"near: acme/river-1$"):
        driver.call(client, "generate", model="acme/rivr", prompt="p", validate=True)
    with pytest.raises(errors.UnsupportedRequestError, match="neither a prompt"):
        driver.call(client, "generate", model="acme/river-1", validate=True)


def test_without_the_list_nothing_is_sent(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(404))
    with pytest.raises(errors.NotFoundResponseError):
        driver.call(driver.client(), "generate", model="m", prompt="p", validate=True)
    assert [r.method for r in stub.received] == ["GET"]


def test_a_catalog_grows_old() -> None:
    now = 0.0
    seen = CatalogCache(lambda: now)
    seen.put(None, models_read := ModelList(data=[]))
    now = LIFETIME - 1
    assert seen.get(None) is models_read
    assert seen.get("https://elsewhere.example") is None
    now = LIFETIME
    assert seen.get(None) is None


def test_with_the_real_service(driver: Driver, tmp_path: Any) -> None:
    with running_service(tmp_path) as running:
        client = driver.client(server_url=running.api)
        arguments = {"model": "google/veo-3.1", "prompt": "A calm sea", "validate": True}
        assert driver.call(client, "generate", duration=8, **arguments).id
        with pytest.raises(errors.UnsupportedRequestError, match="duration: 99 is not one of"):
            driver.call(client, "generate", duration=99, **arguments)
        assert len(running.provider.requests) <= 1
