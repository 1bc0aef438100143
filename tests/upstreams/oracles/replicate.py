"""Replicate's own SDK: predictions, waiting, webhooks, pages, errors; prints JSON."""

import json
import queue
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from replicate.client import Client
from replicate.exceptions import ModelError, ReplicateError
from replicate.helpers import FileOutput
from replicate.webhook import InvalidSignatureError, Webhooks

MODEL = "google/veo-3.1"
WAVES = {"prompt": "Waves", "duration": 4}


class Receiver(BaseHTTPRequestHandler):
    """A receiver of webhooks: keeps headers and bodies in the order of arrival."""

    arrived = queue.Queue()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        self.arrived.put((dict(self.headers), body))
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def received(secret):
    """Return the status of the next webhook, whose signature the SDK checks."""
    headers, body = Receiver.arrived.get(timeout=30)
    Webhooks.validate(headers=headers, body=body, secret=secret, tolerance=300)
    try:
        Webhooks.validate(headers=headers, body=body + " ", secret=secret)
    except InvalidSignatureError:
        return json.loads(body)["status"]
    raise AssertionError("a changed body has a valid signature")


def raised(call, *arguments, **options):
    try:
        call(*arguments, **options)
    except ReplicateError as error:
        return [error.status, error.title, error.detail]
    except ModelError as error:
        return [error.prediction.status, str(error)]
    return None


def create(client, prompt, **options):
    given = WAVES | {"prompt": prompt}
    return client.models.predictions.create(model=MODEL, input=given, **options)


def main(url):
    client, poor, wrong = (Client(api_token=key, base_url=url) for key in ("key", "poor", "wrong"))
    client.poll_interval = 0.1
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    hook = f"http://127.0.0.1:{server.server_port}/hook"
    secret = client.webhooks.default.secret()

    first = create(client, "Waves", webhook=hook, webhook_events_filter=["start", "completed"])
    statuses = [first.status]
    first.wait()
    hooks = [received(secret), received(secret)]
    version = client.models.get(MODEL).latest_version
    by_version = client.predictions.create(version=version.id, input=WAVES)
    by_version.wait()
    waited = create(client, "Waves", wait=5)
    cancelled = create(client, "x [fault:endless]")
    cancelled.cancel()
    pages, page = 1, client.predictions.list()
    listed = [one.id for one in page]
    while page.next:
        page, pages = client.predictions.list(page.next), pages + 1
        listed += [one.id for one in page]
    found = {
        "statuses": [*statuses, first.status],
        "bytes": len(FileOutput(client.run(MODEL, input=WAVES), client).read()),
        "metrics": sorted(first.metrics),
        "hooks": hooks,
        "schema": sorted(version.openapi_schema["components"]["schemas"]["Input"]["required"]),
        "version": [by_version.status, by_version.model],
        "waited": waited.status,
        "cancelled": [cancelled.status, client.predictions.get(cancelled.id).status],
        "listed": [pages, len(listed), first.id in listed],
        "failed": raised(client.run, MODEL, input={"prompt": "FAIL"}),
        "moderated": raised(client.run, MODEL, input={"prompt": "x [fault:moderated]"}),
        "unknown": raised(client.predictions.get, "nosuchprediction"),
        "model": raised(client.models.get, "no/such"),
        "input": raised(client.run, MODEL, input={"duration": 99}),
        "money": raised(create, poor, "x"),
        "busy": raised(create, client, "x [fault:429=7]"),
        "key": raised(wrong.predictions.get, first.id),
    }
    print(json.dumps(found))


main(*sys.argv[1:])
