"""fal's own client, by way of HTTPS: requests from queue to bytes, logs, errors; prints JSON.

The client always speaks HTTPS with the host of its environment, which the test has set.
"""

import json
import sys
import urllib.request

import fal_client

APP = "fal-ai/kling-video/v3/pro/text-to-video"
WAVES = {"prompt": "Waves", "duration": "5", "aspect_ratio": "16:9"}


def seen(handle):
    """Return the names of the states that the client goes through, each once."""
    return list(dict.fromkeys(type(event).__name__ for event in handle.iter_events(with_logs=True)))


def done(handle):
    states, output = seen(handle), handle.get()
    with urllib.request.urlopen(output["video"]["url"]) as answer:
        size = len(answer.read())
    assert size == output["video"]["file_size"]
    return {"seen": states, "bytes": size, "type": output["video"]["content_type"]}


def raised(call, *arguments, **options):
    try:
        call(*arguments, **options)
    except fal_client.client.FalClientHTTPError as error:
        detail = error.message
        if isinstance(detail, list):
            detail = [detail[0]["type"], detail[0]["loc"]]
        return [error.status_code, detail, error.error_type]
    return None


def cancelled(client):
    """Cancel a request that waits, then read its result; cancel one that has ended."""
    handle = client.submit(APP, {"prompt": "x [fault:endless]"})
    handle.cancel()
    ended = client.submit(APP, WAVES)
    ended.get()
    return {"result": raised(handle.get), "again": raised(ended.cancel)}


def main(hook):
    client, poor, wrong = (fal_client.SyncClient(key=key) for key in ("key", "poor", "wrong"))
    handle = client.submit(APP, WAVES, webhook_url=hook)
    made = done(handle)
    completed = client.submit(APP, WAVES)
    completed.get()
    state = completed.status(with_logs=True)
    image = {"prompt": "x", "start_image_url": "https://a.example/a.png", "duration": "5"}
    followed = client.subscribe("fal-ai/kling-video/v3/pro/image-to-video", image)
    found = {
        "made": made,
        "subscribed": followed["video"]["file_name"].endswith(".mp4"),
        "by_id": client.result(APP, handle.request_id)["video"]["content_type"],
        "logs": [bool(state.logs), state.metrics["inference_time"] > 0],
        "cancelled": cancelled(client),
        "moderated": raised(client.submit(APP, {"prompt": "x [fault:moderated]"}).get),
        "failed": raised(client.submit(APP, {"prompt": "FAIL"}).get),
        "prompt": raised(client.submit(APP, {"duration": "5"}).get),
        "duration": raised(client.submit(APP, WAVES | {"duration": 5}).get),
        "unknown": raised(client.status, APP, "00000000-0000-4000-8000-000000000000"),
        "app": raised(client.submit, "fal-ai/no-such-app", WAVES),
        "money": raised(poor.submit, APP, WAVES),
        "key": raised(wrong.submit, APP, WAVES),
        "request": handle.request_id,
    }
    print(json.dumps(found))


main(*sys.argv[1:])
