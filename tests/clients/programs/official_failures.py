"""What the official package makes of failures that prompts ask for at BASE_URL; prints JSON."""

import json
import sys
import time

import httpx

from openrouter import OpenRouter
from openrouter.utils import BackoffStrategy, RetryConfig

NEVER = RetryConfig("none", BackoffStrategy(1, 1, 1, 1), False)
ENDED = {"completed", "failed", "cancelled", "expired"}


def ending(videos, prompt):
    """Return the exception of a submit, or how the job ended."""
    request = {"model": "rushes/procedural-1", "prompt": prompt, "duration": 1}
    try:
        job = videos.generate(**request, retries=NEVER, timeout_ms=2000)
    except Exception as error:  # noqa: BLE001 - each is a result
        return [type(error).__name__, getattr(error, "status_code", None)]
    while job.status not in ENDED:
        time.sleep(0.02)
        job = videos.get_generation(job_id=job.id, retries=NEVER)
    return [str(job.status), job.error]


def main(base_url, names):
    with OpenRouter(api_key="any", server_url=base_url) as client:
        videos = client.video_generation
        found = {name: ending(videos, f"Abstract waves [rushes:{name}]") for name in names}
        # Its own retries, which are of 5XX alone.
        body = {"name": "unavailable", "value": 0, "times": 2}
        control = base_url.removesuffix("/api/v1") + "/rushes/"
        httpx.post(f"{control}reset")
        httpx.post(f"{control}next", json=body)
        videos.generate(model="rushes/procedural-1", prompt="Abstract waves")
        seen = httpx.get(f"{control}requests").json()["requests"]
        found["retried"] = [request["status"] for request in seen]
        httpx.post(f"{control}reset")
    print(json.dumps(found))


main(sys.argv[1], sys.argv[2:])
