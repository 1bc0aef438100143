"""Make a video, also across restarts of this script: python resume.py "A calm sea" sea.mp4"""

import os
import sys
import uuid
from pathlib import Path

from rushes import OpenRouter

prompt, target = sys.argv[1], Path(sys.argv[2])
id_file = target.with_name(target.name + ".job")  # holds the job id once it is known


def saved_id():
    return id_file.read_text(encoding="utf-8").strip() if id_file.exists() else ""


def save_id(job_id):
    # Written to another file, flushed, and renamed: a crash leaves no partial id.
    draft = id_file.with_name(id_file.name + ".new")
    with draft.open("w", encoding="utf-8") as file:
        file.write(job_id)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(id_file)


with OpenRouter() as client:
    videos = client.video_generation
    if not target.exists():
        if not saved_id():
            # The key depends only on prompt and file. If this script is killed before the id is
            # saved, a service that honors keys returns the same job to the next run.
            key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{target.resolve()}\n{prompt}"))
            job = videos.generate(
                model="google/veo-3.1", prompt=prompt, duration=4, idempotency_key=key
            )
            save_id(job.id)
        job = videos.wait(saved_id())
        videos.download(job, target)  # continues an interrupted download
    id_file.unlink(missing_ok=True)
print(target)
