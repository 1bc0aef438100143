"""Animate from one picture to another: python image_to_video.py first.png last.png out.mp4"""

import sys

from rushes import OpenRouter

first, last, target = sys.argv[1:4]

with OpenRouter() as client:
    video = client.video_generation.generate_and_wait(
        model="google/veo-3.1",
        prompt="The light changes slowly",
        first_frame=first,
        last_frame=last,
    )
    print(video.save(target))
