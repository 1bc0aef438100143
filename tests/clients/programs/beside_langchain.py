"""`langchain-openrouter` and Rushes' SDK in one process; prints JSON."""

import json
import sys
from pathlib import Path

from langchain_openrouter import ChatOpenRouter

import openrouter
from rushes import OpenRouter

url, path = sys.argv[1:]
chat = ChatOpenRouter(model="openai/gpt-5", api_key="any")
with OpenRouter(api_key="any", server_url=url) as client:
    video = client.video_generation.generate_and_wait(
        model="rushes/procedural-1",
        prompt="Abstract blue waves",
        duration=1,
        resolution="360p",
        generate_audio=False,
    )
    video.save(Path(path))
found = {
    "official": [openrouter.__version__, hasattr(openrouter.OpenRouter("k"), "chat")],
    "chat": type(chat.client).__module__,
    "ours": type(client.video_generation).__module__.partition(".")[0],
}
print(json.dumps(found))
