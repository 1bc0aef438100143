"""Runway's own SDK: tasks from creation to bytes, uploads, cancellation, errors; prints JSON."""

import json
import sys
import time
import urllib.request

import runwayml

TEXT = {"model": "gen4.5", "ratio": "1280:720", "duration": 2}
ENDED = {"SUCCEEDED", "FAILED", "CANCELLED"}


def ended(client, created):
    """Poll a task until it ends; `wait_for_task_output` would sleep six seconds a poll."""
    seen = []
    while True:
        task = client.tasks.retrieve(created.id)
        # The union of answers falls back to a wrong class where a field is missing.
        assert type(task).__name__.upper().endswith(task.status), task
        seen.append(task.status)
        if task.status in ENDED:
            return task, seen
        assert task.estimated_cost.credits == created.estimated_cost.credits
        time.sleep(0.1)


def done(client, created):
    task, seen = ended(client, created)
    assert task.status == "SUCCEEDED", task
    with urllib.request.urlopen(task.output[0]) as answer:
        size = len(answer.read())
    return {"seen": seen, "credits": task.cost.credits, "bytes": size}


def failed(client, prompt):
    task, _ = ended(client, client.text_to_video.create(prompt_text=prompt, **TEXT))
    return [task.status, task.failure_code, bool(task.failure), task.cost.credits]


def raised(call, *arguments, **options):
    try:
        call(*arguments, **options)
    except runwayml.APIStatusError as error:
        return [type(error).__name__, error.status_code, error.body]
    return None


def cancelled(client):
    created = client.text_to_video.create(prompt_text="x [fault:endless]", **TEXT)
    client.tasks.delete(created.id)
    task = client.tasks.retrieve(created.id)
    return [task.status, task.cost.credits]


def deleted(client):
    task, _ = ended(client, client.text_to_video.create(prompt_text="x", **TEXT))
    client.tasks.delete(task.id)
    return raised(client.tasks.retrieve, task.id)[:2]


def main(url):
    client, poor, wrong = (
        runwayml.RunwayML(api_key=f"key_{name}", base_url=url, max_retries=0)
        for name in ("good", "poor", "wrong")
    )
    text, image = client.text_to_video.create, client.image_to_video.create
    before = client.organization.retrieve()
    first = text(prompt_text="Waves", seed=7, **TEXT)
    uploaded = client.uploads.create_ephemeral(file=("a.png", b"\x89PNG\r\n\x1a\n"))
    frames = [{"uri": uploaded.uri, "position": "first"}]
    made = {"text": done(client, first)}
    made["image"] = done(client, image(prompt_text="x", prompt_image=frames, **TEXT))
    clip = "data:video/mp4;base64,AAAA"
    made["video"] = done(client, client.video_to_video.create(model="aleph2", video_uri=clip))
    after = client.organization.retrieve()
    found = {
        "made": made,
        "spent": before.credit_balance - after.credit_balance,
        "daily": after.usage.models["gen4.5"].daily_generations,
        "failed": failed(client, "FAIL"),
        "moderated": failed(client, "x [fault:moderated]"),
        "throttled": ended(client, text(prompt_text="x [fault:throttled]", **TEXT))[1][0],
        "cancelled": cancelled(client),
        "deleted": deleted(client),
        "unknown": raised(client.tasks.retrieve, "00000000-0000-4000-8000-000000000000"),
        "ratio": raised(text, prompt_text="x", **TEXT | {"ratio": "960:960"}),
        "address": raised(image, prompt_text="x", prompt_image="https://10.0.0.1/a.png", **TEXT),
        "money": raised(poor.text_to_video.create, prompt_text="x", **TEXT),
        "busy": raised(text, prompt_text="x [fault:429=7]", **TEXT),
        "key": raised(wrong.tasks.retrieve, first.id),
    }
    print(json.dumps(found))


main(*sys.argv[1:])
