"""Make a video even if this is killed and started again: python resume.py "A calm sea" sea.mp4"""

import sys
import uuid
from pathlib import Path

from openrouter import OpenRouter

prompt, target = sys.argv[1], Path(sys.argv[2])
note = target.with_name(target.name + ".job")  # the id of the job, once it is known

with OpenRouter() as client:
    videos = client.video_generation
    if not target.exists():
        if not note.exists():
            # The same prompt and file make the same key, so a service that honours keys makes one
            # job even if this is killed before the id is written down.
            key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{target.resolve()}\n{prompt}"))
            job = videos.generate(
                model="google/veo-3.1", prompt=prompt, duration=4, idempotency_key=key
            )
            note.write_text(job.id, encoding="utf-8")
        job = videos.wait(note.read_text(encoding="utf-8"))
        videos.download(job, target)  # goes on where an earlier one was interrupted
        note.unlink()
print(target)
