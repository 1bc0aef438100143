from openrouter import OpenRouter
import os

with OpenRouter(
    http_referer="<value>",
    x_open_router_title="<value>",
    x_open_router_categories="<value>",
    api_key=os.getenv("OPENROUTER_API_KEY", ""),
) as open_router:

    res = open_router.video_generation.generate(model="google/veo-3.1", aspect_ratio="16:9", duration=8, prompt="A serene mountain landscape at sunset", resolution="720p")

    # Handle response
    print(res)
