"""The API without a client library: submit, poll, download the first URL without a key."""

import json
import os
import time
from pathlib import Path

import requests

api = os.environ["OPENROUTER_BASE_URL"]
headers = {"Authorization": f"Bearer {os.environ['OPENROUTER_API_KEY']}"}
body = json.loads(os.environ["REQUEST"])
submission = requests.post(f"{api}/videos", headers=headers, json=body, timeout=60)
job = submission.json()
while job["status"] in {"pending", "in_progress"}:
    time.sleep(0.1)
    job = requests.get(job["polling_url"], headers=headers, timeout=60).json()
video = requests.get(job["unsigned_urls"][0], timeout=60)
video.raise_for_status()
Path(os.environ["OUTPUT"]).write_bytes(video.content)
print(job["id"], job["status"])
