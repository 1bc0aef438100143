"""Drive DashScope with `dashscope`, its classic and its typed client: `python … URL KEY`."""

import json
import sys
import time
import urllib.request

import dashscope
from dashscope import VideoSynthesis
from dashscope.v2 import errors
from dashscope.v2.client import Client

API, KEY = sys.argv[1:]
MODEL = "wan3.0-video"
MEDIA = [{"type": "first_frame", "url": "https://pictures.example/first.png"}]
PARAMETERS = {"resolution": "720P", "ratio": "adaptive", "duration": 5, "seed": 7}
ENDED = {"SUCCEEDED", "FAILED", "CANCELED", "UNKNOWN"}

dashscope.api_key = KEY
dashscope.base_http_api_url = API
videos = Client(api_key=KEY, base_url=API, max_retries=0).videos.jobs


def classic_video():
    media = [dict(item) for item in MEDIA]
    sent = VideoSynthesis.async_call(
        model=MODEL, prompt="a red kite", media=media, audio=True, watermark=False, **PARAMETERS
    )
    assert sent.status_code == 200, sent
    assert sent.output.task_status == "PENDING", sent
    done = wait(sent.output.task_id)
    assert done.output.task_status == "SUCCEEDED", done
    assert (done.usage.duration, done.usage["SR"], done.usage["fps"]) == (5, 720, 30), done
    assert (done.usage.video_count, done.usage["ratio"]) == (1, "16:9")
    check_video(done.output.video_url)
    return sent.output.task_id


def wait(task):
    for _ in range(100):
        found = VideoSynthesis.fetch(task)
        assert found.status_code == 200, found
        if found.output.task_status in ENDED:
            return found
        time.sleep(0.1)
    raise AssertionError(f"{task} has not ended: {found}")


def check_video(url):
    with urllib.request.urlopen(url) as video:
        assert video.read()[4:8] == b"ftyp"


def classic_others(done):
    waiting = VideoSynthesis.async_call(
        model="wan2.6-t2v", prompt="a red kite [fault:endless]", size="1280*720", duration=5
    )
    cancelled = VideoSynthesis.cancel(waiting.output.task_id)
    assert cancelled.status_code == 200, cancelled
    assert wait(waiting.output.task_id).output.task_status == "CANCELED"
    too_late = VideoSynthesis.cancel(done)
    assert (too_late.status_code, too_late.code) == (400, "UnsupportedOperation"), too_late
    unknown = VideoSynthesis.fetch("00000000-0000-0000-0000-000000000000")
    assert (unknown.status_code, unknown.output.task_status) == (200, "UNKNOWN"), unknown
    listed = VideoSynthesis.list(page_size=10, status="SUCCEEDED")
    assert listed.status_code == 200, listed
    [task] = listed.output["data"]
    assert (task["task_id"], task["model_name"]) == (done, MODEL)
    failed = VideoSynthesis.call(model=MODEL, prompt="FAIL")
    assert failed.status_code == 200, failed
    assert (failed.output.task_status, failed.output.code) == ("FAILED", "InternalError.Algo")
    assert failed.output.message
    assert not failed.usage


def classic_refusals():
    """It returns errors and raises none."""
    cases = {
        "a red kite [fault:refuse]": (400, "DataInspectionFailed"),
        "a red kite [fault:429]": (429, "Throttling.RateQuota"),
        "a red kite [fault:500-before]": (500, "InternalError"),
    }
    for prompt, expected in cases.items():
        answer = VideoSynthesis.async_call(model=MODEL, prompt=prompt)
        assert (answer.status_code, answer.code) == expected, answer
    answer = VideoSynthesis.async_call(model="wan0-t2v", prompt="a red kite")
    assert (answer.status_code, answer.code) == (404, "ModelNotFound"), answer
    answer = VideoSynthesis.async_call(model=MODEL, prompt="a red kite", api_key="poor")
    assert (answer.status_code, answer.code) == (400, "Arrearage"), answer
    answer = VideoSynthesis.fetch("x", api_key="wrong")
    assert (answer.status_code, answer.code) == (401, "InvalidApiKey"), answer
    answer = VideoSynthesis.async_call(model=MODEL, prompt="a red kite", duration=99)
    assert (answer.status_code, answer.code) == (400, "InvalidParameter"), answer
    assert "duration" in answer.message


def typed_video():
    job = videos.create(model=MODEL, prompt="a red kite", media=MEDIA, **PARAMETERS)
    assert job.status == "PENDING", job
    job = videos.wait(job, poll_interval=0.1)
    assert job.succeeded, job
    assert job.submitted_at < job.scheduled_at < job.finished_at, job
    assert job.usage.duration == 5, job.usage
    check_video(job.video_url)


def typed_others():
    """Its list reads `tasks`, which the service does not send, so only the total is shown."""
    assert videos.list(status="SUCCEEDED").total == 2
    job = videos.create(model="happyhorse-1.1-t2v", prompt="a horse [fault:endless]")
    videos.cancel(job.task_id)
    assert videos.fetch(job.task_id).status == "CANCELED"
    assert videos.wait("00000000-0000-0000-0000-000000000000").status == "UNKNOWN"


def raised(kind, code, call, *arguments, **options):
    """Check that a call raises an error of this class and code."""
    try:
        call(*arguments, **options)
    except errors.DashScopeError as raised:
        error = raised
    else:
        raise AssertionError(f"{code} was expected")
    assert isinstance(error, kind), (type(error), error)
    assert error.code == code, error


def typed_refusals():
    def create(prompt, **options):
        videos.wait(videos.create(model=MODEL, prompt=prompt, **options), poll_interval=0.1)

    stranger = Client(api_key="wrong", base_url=API, max_retries=0).videos.jobs
    raised(errors.AuthenticationError, "InvalidApiKey", stranger.fetch, "x")
    refused = "a red kite [fault:refuse] typed"
    raised(errors.ContentFilterError, "DataInspectionFailed", create, refused)
    moderated = "a red kite [fault:moderated]"
    raised(errors.ContentFilterError, "DataInspectionFailed", create, moderated)
    raised(errors.BadRequestError, "InvalidParameter", create, "a red kite", duration=99)
    busy = "a red kite [fault:429] typed"
    raised(errors.RateLimitError, "Throttling.RateQuota", create, busy)
    broken = "a red kite [fault:500-before] typed"
    raised(errors.InternalServerError, "InternalError", create, broken)


done = classic_video()
classic_others(done)
classic_refusals()
typed_video()
typed_others()
typed_refusals()
print(json.dumps({"task": done}))
