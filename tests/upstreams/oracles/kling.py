"""Check the contract of Kling's new API; nobody has made a client of it.

    python kling.py URL KEY SECRET

Its callbacks are checked with `standardwebhooks`, which is independent of the fake.
"""

import json
import sys
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from queue import Queue

from standardwebhooks import Webhook, WebhookVerificationError

URL, KEY, SECRET = sys.argv[1:]
FRAME = {"type": "first_frame", "url": "https://pictures.example/first.png"}
callbacks = Queue()


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        callbacks.put((dict(self.headers), body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        pass


def call(method, path, body=None, key=None):
    bearer = f"Bearer {KEY if key is None else key}"
    request = urllib.request.Request(
        URL + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={
            "Authorization": bearer,
            "Content-Type": "application/json",
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def create(prompt, *contents, path="/image-to-video/kling-3.0", settings=None, key=None, **options):
    contents = [{"type": "prompt", "text": prompt}, *(contents or [FRAME])]
    settings = {"resolution": "720p", "duration": 5, "audio": "off"} | (settings or {})
    body = {"contents": contents, "settings": settings, "options": options}
    return call("POST", path, body, key)


def created(prompt, **options):
    status, answer = create(prompt, **options)
    assert (status, answer["code"], answer["message"]) == (200, 0, "SUCCEED"), answer
    assert answer["request_id"]
    assert answer["data"]["status"] == "submitted", answer
    return answer["data"]["id"]


def tasks(*ids, name="task_ids"):
    status, answer = call("GET", f"/tasks?{name}={','.join(ids)}")
    assert (status, answer["code"]) == (200, 0), answer
    return answer["data"]


def wait(*ids):
    for _ in range(100):
        found = tasks(*ids)
        assert [task["id"] for task in found] == list(ids), found
        if all(task["status"] in {"succeeded", "failed"} for task in found):
            return found
        time.sleep(0.1)
    raise AssertionError(f"not ended: {found}")


def refused(expected, answer):
    status, body = answer
    assert (status, body["code"]) == expected, answer
    assert body["message"]
    assert body["request_id"]


def make_a_video():
    task = created("a kite", external_task_id="kite-1")
    [done] = wait(task)
    assert (done["status"], done["message"], done["external_id"]) == ("succeeded", "", "kite-1")
    [output] = done["outputs"]
    assert output["type"] == "video"
    assert 5 <= float(output["duration"]) < 5.1
    assert [bill["amount"] for bill in done["billing"]] == ["3"], done
    with urllib.request.urlopen(output["url"]) as video:
        assert video.read()[4:8] == b"ftyp"
    [same] = tasks("kite-1", name="external_task_ids")
    assert same["id"] == task
    refused((400, 1201), create("another kite", external_task_id="kite-1"))
    return task


def poll_many():
    ids = [created(f"kite {number}") for number in range(3)]
    assert all(task["status"] == "succeeded" for task in wait(*ids))
    assert [task["id"] for task in tasks(ids[0], "0", ids[2])] == [ids[0], ids[2]]
    assert tasks("0") == []
    refused((400, 1201), call("GET", f"/tasks?task_ids={','.join(map(str, range(21)))}"))
    refused((400, 1201), call("GET", f"/tasks?task_ids={ids[0]}&external_task_ids=kite-1"))
    refused((400, 1201), call("GET", "/tasks"))


def list_tasks():
    search = {"limit": 2, "filters": [{"key": "status", "values": ["succeeded"]}]}
    found, cursor = [], ""
    while True:
        status, answer = call("POST", "/tasks", search | ({"cursor": cursor} if cursor else {}))
        assert status == 200, answer
        page = answer["data"]
        assert page["count"] == len(page["result"]) <= 2
        found += [task["id"] for task in page["result"]]
        cursor = page["next_cursor"]
        if not page["has_more"]:
            break
    assert len(found) == len(set(found)) == 4, found


def refusals():
    refused((401, 1002), call("GET", "/tasks?task_ids=1", key="wrong"))
    refused((401, 1001), call("GET", "/tasks?task_ids=1", key=""))
    refused((404, 1203), create("a kite", path="/image-to-video/kling-0"))
    refused((400, 1201), create("a kite", settings={"duration": 99}))
    refused((400, 1301), create("a kite [fault:refuse]"))
    refused((429, 1101), create("a kite", key="poor"))
    refused((429, 1302), create("a kite [fault:429]"))
    refused((500, 5000), create("a kite [fault:500-before]"))
    [failed] = wait(created("FAIL"))
    assert failed["status"] == "failed"
    assert failed["message"]
    assert not failed.get("outputs")


def callback():
    receiver = HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    task = created("a kite", callback_url=f"http://127.0.0.1:{receiver.server_port}/hook")
    seen = []
    while not seen or seen[-1]["status"] != "succeeded":
        headers, body = callbacks.get(timeout=20)
        seen.append(Webhook(SECRET).verify(body, headers))
        try:
            Webhook(SECRET).verify(body + b" ", headers)
        except WebhookVerificationError:
            continue
        raise AssertionError("a changed body was taken")
    assert {message["id"] for message in seen} == {task}
    assert seen[0]["status"] in {"submitted", "processing"}
    assert seen[-1].keys() == tasks(task)[0].keys()
    receiver.shutdown()


done = make_a_video()
poll_many()
list_tasks()
refusals()
callback()
print(json.dumps({"task": done}))
