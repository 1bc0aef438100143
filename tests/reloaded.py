"""A service whose `rushes.toml` a test replaces while it runs."""

from __future__ import annotations

import contextlib
import signal
import time

import httpx

from tests.service import serve_process

LONGEST = 240  # seconds
FIRST, SECOND = "the-first-key-0123", "the-second-key-0123"
OPEN = {"pending", "in_progress"}
BODY = {"model": "google/veo-3.1", "prompt": "A paper boat", "duration": 4}


class Reloaded:
    """A process of the service, and its `rushes.toml`."""

    def __init__(self, process, api, config):
        self.process, self.api, self._config = process, api, config
        self._client = httpx.Client(trust_env=False, timeout=60, verify=False)  # plain HTTP

    def reload(self, text):
        """Write a configuration and have it read; return the line that says what came of it."""
        self._config.write_text(text)
        self.process.send_signal(signal.SIGHUP)
        return next(line for line in self.process.stderr if " reloaded" in line)

    def request(self, method, path, key=FIRST, **options):
        headers = {"Authorization": f"Bearer {key}"}
        return self._client.request(method, f"{self.api}{path}", headers=headers, **options)

    def close(self):
        self._client.close()

    def submit(self, key=FIRST):
        answer = self.request("POST", "/videos", key, json=BODY)
        assert answer.status_code == 202, answer.text
        return answer.json()["id"]

    def poll_until(self, job_id, is_reached):
        while not is_reached(answer := self.request("GET", f"/videos/{job_id}")):
            time.sleep(0.05)
        return answer


@contextlib.contextmanager
def service(folder, text, *more, **environment):
    config = folder / "rushes.toml"
    config.write_text(text)
    options = ("--data-dir", folder / "data", "--config", config, *more)
    with serve_process(*options, **environment) as (process, api):
        running = Reloaded(process, api, config)
        try:
            yield running
        finally:
            running.close()


def keys(*accepted):
    return f'emulation = "instant"\napi_keys = {list(accepted)}\n'


def status(answer):
    return answer.json()["status"]


def charged(upstream, number):
    """Return once an upstream has accepted so many jobs."""
    while len(upstream.charges()) < number:
        time.sleep(0.05)


def accounts(upstream, *names):
    return f"""
providers = ["openrouter"]
[provider.openrouter]
base_url = "{upstream.api}"
api_keys = {{ {", ".join(f'{name} = "key-of-{name}"' for name in names)} }}
[provider.openrouter.capabilities]
concurrency = 1
"""
