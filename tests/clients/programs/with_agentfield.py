"""`agentfield`'s video provider against the service at ORIGIN; prints JSON.

Its host is fixed in its code, so requests to that host are sent to the service instead.
"""

import asyncio
import base64
import json
import sys
from pathlib import Path

import aiohttp
from agentfield.media_providers import OpenRouterProvider

HOST = "https://openrouter.ai"
ORIGIN, PATH = sys.argv[1:]
REQUEST = {
    "prompt": "Abstract blue waves",
    "model": "openrouter/rushes/procedural-1",
    "duration": 1.0,
    "resolution": "360p",
    "generate_audio": False,
    "poll_interval": 0.1,
}
send = aiohttp.ClientSession._request


async def send_here(session, method, url, **options):
    assert url.startswith(f"{HOST}/api/v1/")
    return await send(session, method, url.replace(HOST, ORIGIN, 1), **options)


async def refusal(provider, **changes):
    try:
        await provider.generate_video(**REQUEST | changes)
    except RuntimeError as error:
        return str(error)


async def main():
    provider = OpenRouterProvider(api_key="any")
    answer = await provider.generate_video(**REQUEST)
    [video] = answer.videos
    found = {
        "url": video.url,
        "cost": [video.cost_usd, answer.cost_usd],
        "status": answer.raw_response["status"],
        "refused": await refusal(provider, duration=99),
    }
    print(json.dumps(found))
    return base64.b64decode(video.data)


aiohttp.ClientSession._request = send_here
Path(PATH).write_bytes(asyncio.run(main()))
