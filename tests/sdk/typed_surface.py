"""What a strict type checker makes of the public surface; nothing here is run.

mypy reads this file in `make lint`, once with pydantic's plugin and once without, as users do. A
line that must be an error says so with an ignore, which is an error itself where there is none.
"""

from __future__ import annotations

import io
from collections.abc import AsyncGenerator, Generator, Mapping
from pathlib import Path
from typing import Any, assert_type

import httpx

from openrouter import (
    BatchResult,
    Generation,
    OpenRouter,
    components,
    errors,
    frame_image,
    input_reference,
    webhooks as hooks,
)
from openrouter.utils import BackoffStrategy, RetryConfig
from rushes.sdk.model_list import ModelList
from rushes.wire.response_info import ResponseInfo

Job = components.VideoGenerationResponse


def contract(client: OpenRouter) -> None:
    videos = client.video_generation
    job = videos.generate(
        model="acme/river-1",
        prompt="Fog",
        aspect_ratio="16:9",
        resolution="720p",
        frame_images=[
            frame_image("a.png", "first_frame"),
            {"type": "image_url", "image_url": {"url": "https://a/b"}, "frame_type": "last_frame"},
        ],
        input_references=(input_reference(part) for part in ("a.png", Path("b.png"), b"c")),
        provider={"options": {"google-vertex": {"a": 1}}},
        trace={"trace_id": "t"},
        retries=RetryConfig("backoff", BackoffStrategy(1, 2, 1.5, 4), True),
        idempotency_key="order-17",
        validate=True,
        extra_body={"camera": {"motion": "dolly"}},
        extra_query={"tag": ["a", "b"], "dry": True},
    )
    assert_type(job, Generation)
    assert_type(job.id, str)
    assert_type(job.usage, components.VideoGenerationUsage | None)
    assert_type(job.urls, list[str] | None)
    if job.usage is not None:
        assert_type(job.usage.cost, float | None)
    assert_type(videos.get_generation(job_id=job.id, retries=None), Generation)
    assert_type(videos.get_video_content(job_id=job.id), httpx.Response)
    models = videos.list_videos_models()
    assert_type(models, ModelList)
    assert_type(models.data, list[components.VideoModel])
    assert_type(models.data[0].pricing_skus, dict[str, str] | None)


def parts() -> None:
    request = components.VideoGenerationRequest(model="m", duration=3)
    assert_type(request.duration, int | None)
    components.VideoGenerationRequest(model="m", prompt="Fog", size="1280x720", upscale_factor=2)
    components.VideoGenerationRequest(duration=3)  # type: ignore[call-arg]  # no model
    assert_type(
        components.VideoGenerationRequestProvider(
            options=components.VideoGenerationRequestOptions()
        ).options,
        components.VideoGenerationRequestOptions | None,
    )
    components.TraceConfig(trace_id="t")
    components.VideoGenerationResponse(id="a", polling_url="/a", status="pending")
    components.VideoGenerationUsage(cost=0.4)
    ModelList(data=[])


def whole_jobs(client: OpenRouter, job: Job) -> None:
    videos = client.video_generation
    done = videos.generate_and_wait(model="m", prompt="Fog", timeout=None, on_progress=print)
    assert_type(done, Generation)
    assert_type(videos.wait(job), Generation)
    assert_type(videos.wait(job_id="id", poll_interval=1, progress=True), Generation)
    assert_type(done.save(), Path)
    assert_type(done.save("a.mp4", overwrite=True), Path)
    done.save(io.BytesIO())
    assert_type(videos.download(done), Path)
    assert_type(videos.download("id", Path("a"), index=1, on_progress=print), Path)
    with Path("a").open("wb") as file:
        videos.download(done, file)
    plain: Job = done
    assert_type(plain.status, components.VideoGenerationResponseStatus)


def additions(client: OpenRouter) -> None:
    videos = client.video_generation
    listed = videos.list(status=["failed", "expired"], limit=3)
    assert_type(listed, Generator[Generation, None, None])
    assert_type(videos.list_page(cursor="c"), components.VideoGenerationPage)
    assert_type(videos.cancel("id"), Generation)
    assert_type(videos.delete(job_id="id"), components.VideoGenerationDeletion)
    assert_type(videos.events("id"), Generator[Generation, None, None])
    quote = videos.quote(model="m", prompt="Fog", duration=4)
    assert_type(quote, components.Quote)
    assert_type(quote.cost, float | None)


def handles(client: OpenRouter, job: Generation) -> None:
    videos = client.with_options(timeout_ms=5000, supports_idempotency_keys=True).video_generation
    assert_type(client.with_options(), OpenRouter)
    assert_type(job.done, bool)
    assert_type(job.succeeded, bool)
    assert_type(job.refresh(), Generation)
    assert_type(job.wait(timeout=3), Generation)
    assert_type(job.to_dict(), dict[str, Any])
    assert_type(videos.resume("id"), Generation)
    assert_type(videos.resume(job.to_dict()), Generation)
    assert_type(videos.iter_updates(job), Generator[Generation, None, None])
    assert_type(videos.iter_updates_async("id"), AsyncGenerator[Generation, None])
    assert_type(videos.generate_to_file("a.mp4", model="m", first_frame="a.png"), Path)
    assert_type(job.http, ResponseInfo | None)
    if job.http is not None:
        assert_type(job.http.request_id, str | None)
        assert_type(job.http.headers, httpx.Headers)
        assert_type(job.http.body, str)


def catalog(client: OpenRouter) -> None:
    models = client.video_generation.list_videos_models()
    assert_type(models.get("m"), components.VideoModel | None)
    assert_type([model.id for model in models], list[str])
    assert_type(models[0], components.VideoModel)
    assert_type((len(models), "m" in models), tuple[int, bool])
    assert_type(models.find(resolution="4K"), list[components.VideoModel])
    assert_type(models.estimate_cost(model="m", duration=4), float | None)
    models.check(model="m", promt="Fog")  # type: ignore[call-arg]  # misspelt


def batches(client: OpenRouter) -> None:
    outcomes = client.video_generation.batch_generate(
        ({"model": "m", "prompt": prompt} for prompt in "abc"), budget=2.5
    )
    assert_type(outcomes, list[BatchResult])
    assert_type(outcomes[0].generation, Generation | None)
    assert_type(outcomes[0].error, Exception | None)
    assert_type(outcomes[0].job_id, str | None)
    client.video_generation.batch_generate([{"prompt": "Fog"}])  # type: ignore[typeddict-item]


async def awaited(client: OpenRouter, job: Job) -> None:
    videos = client.video_generation
    assert_type(await videos.generate_async(model="m"), Generation)
    assert_type(await videos.get_generation_async(job_id="a"), Generation)
    assert_type(await videos.get_video_content_async(job_id="a"), httpx.Response)
    assert_type(await videos.list_videos_models_async(), ModelList)
    done = await videos.generate_and_wait_async(model="m", progress=True)
    assert_type(done, Generation)
    assert_type(await videos.wait_async(job), Generation)
    assert_type(await done.save_async("a.mp4"), Path)
    assert_type(await videos.download_async(job), Path)
    await videos.download_async(job, io.BytesIO())
    assert_type(videos.list_async(), AsyncGenerator[Generation, None])
    assert_type(await videos.list_page_async(), components.VideoGenerationPage)
    assert_type(await videos.cancel_async("id"), Generation)
    assert_type(await videos.delete_async("id"), components.VideoGenerationDeletion)
    assert_type(videos.events_async("id"), AsyncGenerator[Generation, None])
    assert_type(await videos.quote_async(model="m"), components.Quote)
    async with client as entered:
        assert_type(entered, OpenRouter)


def failures(client: OpenRouter, body: bytes, headers: Mapping[str, str]) -> None:
    try:
        client.video_generation.generate_and_wait(model="m")
    except errors.SubmitOutcomeUnknownError as error:
        assert_type(error.idempotency_key, str)
        assert_type(error.request_id, str | None)
    except errors.GenerationError as error:
        assert_type(error.job, Job)
        assert_type(error.reason, str | None)
    except errors.NotSupportedByServerError as error:
        assert_type(error.operation, str)
    except errors.BadRequestResponseError as error:
        assert_type(error.data, components.ErrorEnvelope)
    except errors.APIConnectionError as error:
        assert_type(error.kind, type[httpx.RequestError])
        assert_type(error.url, str | None)
    except errors.OpenRouterError as error:
        assert_type(error.status_code, int)
        assert_type(error.retry_after, float | None)
    assert_type(hooks.verify(body, headers, "secret"), hooks.VideoGenerationEvent)


def mistakes(client: OpenRouter) -> None:
    videos = client.video_generation
    videos.generate(prompt="Fog")  # type: ignore[call-arg]  # the model is required
    videos.generate("acme/river-1")  # type: ignore[call-arg]  # all arguments have names
    videos.generate(model="m", duration="8")  # type: ignore[arg-type]
    videos.quote(model="m", promt="Fog")  # type: ignore[call-arg]  # misspelt
    videos.generate_and_wait(model="m", promt="Fog")  # type: ignore[call-arg]
    videos.download("id", io.StringIO())  # type: ignore[call-overload]
    videos.cancel(3)  # type: ignore[arg-type]
    videos.list(status=1)  # type: ignore[arg-type]
    OpenRouter(api_key=3)  # type: ignore[arg-type]


async def resources(client: OpenRouter) -> None:
    record = client.generations.get_generation(id="a")
    assert_type(record, components.GenerationResponse)
    assert_type(record.data.total_cost, float)
    page = await client.models.list_async(output_modalities="video")
    if page is not None:
        assert_type(page.result.data[0].id, str)
    assert_type(client.credits.get_credits().data.total_usage, float)
    assert_type(client.api_keys.get_current_key_metadata().data.limit, float | None)
    made = client.api_keys.create(name="Team", limit=12.5, limit_reset="monthly")
    assert_type(made.key, str)
    assert_type(client.api_keys.update(hash=made.data.hash, limit=None).data.disabled, bool)
    assert_type((await client.api_keys.list_async()).data[0].usage, float)
    assert_type(client.sdk_configuration.server_url, str)
    client.sdk_configuration.server_url = "https://example.com/api/v1"
