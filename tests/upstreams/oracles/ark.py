"""Drive Ark with `volcengine-ark-runtime`, the vendor's SDK: `python ark.py URL KEY`."""

import json
import sys
import time
import urllib.request

from volcenginesdkarkruntime import Ark
from volcenginesdkarkruntime._exceptions import (
    ArkAPIStatusError,
    ArkAuthenticationError,
    ArkBadRequestError,
    ArkInternalServerError,
    ArkNotFoundError,
    ArkPermissionDeniedError,
    ArkRateLimitError,
)

URL, KEY = sys.argv[1:]
MODEL = "dreamina-seedance-2-5-260628"
FRAME = {
    "type": "image_url",
    "image_url": {"url": "https://pictures.example/first.png"},
    "role": "first_frame",
}


def tasks(key=KEY, **options):
    client = Ark(base_url=URL, api_key=key, **({"max_retries": 0} | options))
    return client.content_generation.tasks


def create(prompt, *parts, model=MODEL, key=KEY, **options):
    content = [{"type": "text", "text": prompt}, *parts]
    return tasks(key).create(model=model, content=content, **options).id


def wait(task):
    for _ in range(100):
        found = tasks().get(task_id=task)
        if found.status not in {"queued", "running"}:
            return found
        time.sleep(0.1)
    raise AssertionError(f"{task} has not ended: {found}")


def refused(kind, code, call, *arguments, **options):
    """Check that a call raises an error of this class and code."""
    try:
        call(*arguments, **options)
    except ArkAPIStatusError as raised:
        error = raised
    else:
        raise AssertionError(f"{code} was expected")
    assert isinstance(error, kind), error
    assert error.code == code, (error.code, code)
    return error


def make_a_video():
    options = {"resolution": "720p", "ratio": "adaptive", "duration": 5, "generate_audio": True}
    task = create("a lantern on a lake", FRAME, return_last_frame=True, watermark=False, **options)
    assert task.startswith("cgt-"), task
    done = wait(task)
    assert done.status == "succeeded", done
    assert (done.id, done.model, done.resolution, done.duration) == (task, MODEL, "720p", 5)
    assert done.ratio == "16:9", done
    assert done.framespersecond == 24
    assert done.updated_at >= done.created_at > 1_700_000_000
    assert done.usage.completion_tokens == done.usage.total_tokens == 108_000
    with urllib.request.urlopen(done.content.video_url) as video:
        assert video.read()[4:8] == b"ftyp"
    with urllib.request.urlopen(done.content.last_frame_url) as picture:
        assert picture.read().startswith(b"\x89PNG")
    return task


def list_tasks(done):
    page = tasks().list(page_num=1, page_size=10, status="succeeded", task_ids=[done])
    assert (page.total, [task.id for task in page.items]) == (1, [done])
    assert tasks().list(status="failed").total == 0
    create("another lantern")
    everything = tasks().list(page_size=1)
    assert (everything.total, len(everything.items)) == (2, 1)


def cancel_and_delete(done):
    waiting = create("a barge [fault:endless]")
    tasks().delete(waiting)
    assert wait(waiting).status == "cancelled"
    refused(ArkBadRequestError, "InvalidAction", tasks().delete, waiting)
    tasks().delete(done)
    refused(ArkNotFoundError, "NotFound", tasks().get, task_id=done)


def refusals():
    refused(ArkNotFoundError, "NotFound", tasks().get, task_id="cgt-20261128000000-none0")
    refused(ArkAuthenticationError, "AuthenticationError", tasks("wrong").list)
    missing = "InvalidEndpointOrModel.NotFound"
    refused(ArkNotFoundError, missing, create, "a barge", model="seedance-0")
    wrong = refused(ArkBadRequestError, "InvalidParameter", create, "a barge", duration=99)
    assert wrong.body["param"] == "duration", wrong.body
    constraint = "InvalidParameter.TaskTypeConstraint"
    refused(ArkBadRequestError, constraint, create, "a barge", FRAME, ratio="16:9")
    sensitive = "InputTextSensitiveContentDetected"
    refused(ArkBadRequestError, sensitive, create, "a barge [fault:refuse]")
    refused(ArkPermissionDeniedError, "AccountOverdueError", create, "a barge", key="poor")
    busy = refused(
        ArkRateLimitError,
        "RateLimitExceeded.EndpointRPMExceeded",
        create,
        "a barge [fault:429=1]",
    )
    assert busy.response.headers["retry-after"] == "1"
    refused(ArkInternalServerError, "InternalServiceError", create, "a barge [fault:500-before]")


def fail():
    endings = {
        "FAIL": ("failed", "InternalServiceError"),
        "a barge [fault:moderated]": ("failed", "OutputVideoSensitiveContentDetected"),
        "a barge [fault:lapsed]": ("expired", None),
    }
    for prompt, expected in endings.items():
        ended = wait(create(prompt))
        assert (ended.status, ended.error and ended.error.code) == expected, ended
        assert ended.error is None or ended.error.message
        assert not ended.usage


def lose_an_answer():
    """Return how many tasks one call makes, whose answers are lost: by default it tries again."""
    before = tasks().list().total
    text = {"type": "text", "text": "a barge [fault:500-after*2]"}
    tasks(max_retries=2).create(model=MODEL, content=[text])
    return tasks().list().total - before


done = make_a_video()
list_tasks(done)
cancel_and_delete(done)
refusals()
fail()
print(json.dumps({"task": done, "of one call": lose_an_answer()}))
