"""Make a video even if this is killed and started again: python resume.py "A calm sea" sea.mp4"""

import os
import sys
import uuid
from pathlib import Path

from openrouter import OpenRouter

prompt, target = sys.argv[1], Path(sys.argv[2])
note = target.with_name(target.name + ".job")  # the id of the job, once it is known


def noted():
    return note.read_text(encoding="utf-8").strip() if note.exists() else ""


def keep(job_id):
    # Whole or not at all, also if the power fails meanwhile.
    draft = note.with_name(note.name + ".new")
    with draft.open("w", encoding="utf-8") as file:
        file.write(job_id)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(note)


with OpenRouter() as client:
    videos = client.video_generation
    if not target.exists():
        if not noted():
            # The same prompt and file make the same key, so a service that honours keys makes one
            # job even if this is killed before the id is written down.
            key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{target.resolve()}\n{prompt}"))
            job = videos.generate(
                model="google/veo-3.1", prompt=prompt, duration=4, idempotency_key=key
            )
            keep(job.id)
        job = videos.wait(noted())
        videos.download(job, target)  # goes on where an earlier one was interrupted
    note.unlink(missing_ok=True)
print(target)
