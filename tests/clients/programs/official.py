"""All operations of the official package against BASE_URL, waiting and async; prints JSON."""

import asyncio
import json
import sys
import time
from pathlib import Path

from openrouter import OpenRouter, components, errors

REQUEST = {
    "model": "rushes/procedural-1",
    "prompt": "Abstract blue waves",
    "duration": 1,
    "resolution": "360p",
    "aspect_ratio": "16:9",
    "generate_audio": False,
    "seed": 7,
}


def seen(models, submitted, job, content):
    [model] = [row for row in models.data if row.id == REQUEST["model"]]
    assert isinstance(models, components.VideoModelsListResponse)
    assert isinstance(submitted, components.VideoGenerationResponse)
    assert submitted.status in {"pending", "in_progress"}
    assert submitted.polling_url.endswith(f"/videos/{submitted.id}")
    return {
        "durations": 1 in model.supported_durations,
        "status": job.status,
        "urls": len(job.unsigned_urls),
        "cost": job.usage.cost,
        "type": content.headers["content-type"],
    }


def waiting(client, path):
    videos = client.video_generation
    submitted = job = videos.generate(**REQUEST)
    while job.status in {"pending", "in_progress"}:
        time.sleep(0.1)
        job = videos.get_generation(job_id=submitted.id)
    content = videos.get_video_content(job_id=job.id, index=0)
    path.write_bytes(b"".join(content.iter_bytes()))
    return seen(videos.list_videos_models(), submitted, job, content), job.generation_id


async def awaited(client, path):
    videos = client.video_generation
    submitted = job = await videos.generate_async(**REQUEST)
    while job.status in {"pending", "in_progress"}:
        await asyncio.sleep(0.1)
        job = await videos.get_generation_async(job_id=submitted.id)
    content = await videos.get_video_content_async(job_id=job.id, index=0)
    path.write_bytes(await content.aread())
    return seen(await videos.list_videos_models_async(), submitted, job, content)


def recorded(client, generation_id):
    record = client.generations.get_generation(id=generation_id).data
    return [record.id == generation_id, record.api_type, record.total_cost]


def account(client):
    listed = client.models.list(output_modalities="video")
    rows = getattr(listed, "result", listed).data
    everything = client.models.list(output_modalities="all")
    key, credits_ = client.api_keys.get_current_key_metadata(), client.credits.get_credits()
    return {
        "models": {row.id for row in rows} >= {"rushes/procedural-1", "google/veo-3.1"},
        "modalities": all(row.architecture.output_modalities == ["video"] for row in rows),
        "all": len(getattr(everything, "result", everything).data) == len(rows),
        "limit": [key.data.limit, key.data.limit_remaining, key.data.usage],
        "credits": credits_.data.total_credits >= credits_.data.total_usage == 0,
    }


def raised(call, **arguments):
    try:
        call(**arguments)
    except errors.OpenRouterError as error:
        data, detail = getattr(error, "data", None), json.loads(error.body)["error"]
        told = data is None or (data.error.code, data.error.message) == tuple(detail.values())[:2]
        return [type(error).__name__, error.status_code, told]


def failures(client, url):
    videos = client.video_generation
    open_job = videos.generate(**REQUEST | {"duration": 10})
    with OpenRouter(server_url=url) as keyless:
        found = {
            "model": raised(videos.generate, **REQUEST | {"model": "no/such-model"}),
            "duration": raised(videos.generate, **REQUEST | {"duration": 999}),
            "poll": raised(videos.get_generation, job_id="gen-vid-0-unknown"),
            "content": raised(videos.get_video_content, job_id="gen-vid-0-unknown"),
            "early": raised(videos.get_video_content, job_id=open_job.id),
            "keyless": raised(keyless.video_generation.generate, **REQUEST),
        }
    return {"errors": found, "open": open_job.id}


async def awaited_in(url, path):
    async with OpenRouter(api_key="any", server_url=url) as client:
        return await awaited(client, path)


url, folder = sys.argv[1:]
with OpenRouter(api_key="any", server_url=url) as client:
    first, generation_id = waiting(client, Path(folder, "waiting.mp4"))
    second = asyncio.run(awaited_in(url, Path(folder, "awaited.mp4")))
    record = recorded(client, generation_id)
    found = {"made": [first, second], "record": record, "account": account(client)}
    print(json.dumps({**found, **failures(client, url)}))
