"""OpenAI's SDK on the routes of a self-hosted engine, or on a fake of them; prints JSON."""

import json
import sys
import time
import urllib.error
import urllib.request
import warnings

import openai

warnings.simplefilter("ignore", DeprecationWarning)  # the vendor has marked all of `videos`
[URL] = sys.argv[1:]
client = openai.OpenAI(base_url=URL, api_key="k", max_retries=0, timeout=20)


def ask(method, path, body=None):
    """Return the status and the JSON of an answer, "" for bytes."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": "Bearer k", "Content-Type": "application/json"}
    request = urllib.request.Request(URL + path, data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            status, text = answer.status, answer.read()
    except urllib.error.HTTPError as error:
        status, text = error.code, error.read()
    return status, json.loads(text) if text[:1] == b"{" else ""


def create(prompt):
    extra = {"seed": 7, "num_inference_steps": 4}
    return client.videos.create(prompt=prompt, seconds="4", size="832x480", extra_body=extra)


def ended(job):
    while True:
        status, shown = ask("GET", f"/videos/{job.id}")
        if shown["status"] in {"completed", "failed"}:
            return status, shown
        assert shown["status"] in {"queued", "in_progress"}, shown
        time.sleep(0.05)


def refused(**fields):
    try:
        client.videos.create(prompt="x", extra_body=fields)
    except openai.APIStatusError as error:
        return error.status_code
    raise SystemExit("it was not refused")


job = create("a koi pond")
assert (job.object, job.status, job.size, job.seconds) == ("video", "queued", "832x480", "4"), job
early = ask("GET", f"/videos/{job.id}/content")[0]
status, done = ended(job)
assert (status, done["status"], done["progress"]) == (200, "completed", 100), done
data = client.videos.download_content(job.id).read()
assert data[4:8] == b"ftyp", data[:16]
listed = [each.id for each in client.videos.list(limit=10, order="desc").data]
assert listed == [job.id], listed
failed = create("FAIL")
failed_status, failure = ended(failed)
print(
    json.dumps(
        {
            "model": done["model"],
            "fields": sorted(done),
            "early": early,
            "named variant": ask("GET", f"/videos/{job.id}/content?variant=video")[0],
            "failed": [failed_status, sorted(failure["error"])],
            "failed content": ask("GET", f"/videos/{failed.id}/content")[0],
            "no prompt": ask("POST", "/videos", {})[0],
            "JSON": ask("POST", "/videos", {"prompt": "x", "seconds": 4})[0],
            "form": refused(num_inference_steps="many"),
            "unknown": ask("GET", "/videos/none"),
            "deleted": ask("DELETE", f"/videos/{job.id}")[1].get("status"),
            "gone": ask("GET", f"/videos/{job.id}")[0],
        }
    )
)
