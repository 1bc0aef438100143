"""Google's own SDK gets its token by a service account, and makes a video with it; prints JSON."""

import json
import sys
import time

from google import genai
from google.auth.exceptions import RefreshError
from google.auth.transport.requests import Request
from google.genai import types
from google.oauth2.service_account import Credentials

URL, ACCOUNT, STRANGER = sys.argv[1:]
SCOPES = ["https://www.googleapis.com/auth/cloud-platform"]


def credentials(text):
    return Credentials.from_service_account_info(json.loads(text), scopes=SCOPES)


client = genai.Client(
    vertexai=True,
    project="p",
    location="us-central1",
    credentials=credentials(ACCOUNT),
    http_options={"base_url": URL},
)
operation = client.models.generate_videos(
    model="veo-3.1-lite-generate-001",
    source=types.GenerateVideosSource(prompt="a kite"),
    config=types.GenerateVideosConfig(number_of_videos=1, duration_seconds=4),
)
while not operation.done:
    time.sleep(0.05)
    operation = client.operations.get(operation)
assert operation.response.generated_videos[0].video.video_bytes[4:8] == b"ftyp"

try:
    credentials(STRANGER).refresh(Request())
except RefreshError as error:
    refused = error.args[1]["error"]

print(json.dumps({"name": operation.name.partition("/operations/")[0], "stranger": refused}))
