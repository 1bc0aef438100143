"""Make a video from a prompt: python text_to_video.py "A calm sea" sea.mp4"""

import sys

from rushes import OpenRouter
from rushes.sdk import errors

prompt, target = sys.argv[1:3]

with OpenRouter() as client:
    try:
        video = client.video_generation.generate_and_wait(
            model="google/veo-3.1",
            prompt=prompt,
            duration=4,
            on_progress=lambda job: print(job.id, job.status),
        )
    except errors.GenerationError as error:
        sys.exit(str(error))
    except errors.SubmitOutcomeUnknownError as error:
        sys.exit(f"{error}; idempotency key: {error.idempotency_key}")
    print(video.save(target))
