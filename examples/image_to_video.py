"""Move from one picture to another: python image_to_video.py first.png last.png out.mp4"""

import sys

from openrouter import OpenRouter, frame_image

first, last, target = sys.argv[1:4]

with OpenRouter() as client:
    video = client.video_generation.generate_and_wait(
        model="google/veo-3.1",
        prompt="The light changes slowly",
        frame_images=[frame_image(first, "first_frame"), frame_image(last, "last_frame")],
    )
    print(video.save(target))
