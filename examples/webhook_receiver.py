"""Receive webhooks of finished jobs: OPENROUTER_WEBHOOK_SECRET=whsec_… python webhook_receiver.py 8080

Put an HTTPS proxy in front and pass its URL to generate() as callback_url.
"""

import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from rushes.sdk import webhooks

SECRET = os.environ["OPENROUTER_WEBHOOK_SECRET"]
MAX_BODY_BYTES = 1_000_000
seen = set()


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(min(int(self.headers.get("content-length", 0)), MAX_BODY_BYTES))
        try:
            event = webhooks.verify(body, self.headers.items(), SECRET)
        except webhooks.WebhookSignatureError as error:
            print("refused:", error, flush=True)
            self.send_response(401)
        else:
            if event.idempotency_key not in seen:  # the same event may arrive twice
                seen.add(event.idempotency_key)
                print(event.type, event.data.id, flush=True)
            self.send_response(204)
        self.end_headers()


server = HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver)
print("listening on", server.server_port, flush=True)
server.serve_forever()
