"""Comfy-Org's SDK through its proxy on a native server: upload, job, video, cancel; prints JSON."""

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

UNKNOWN = "00000000-0000-4000-8000-000000000000"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(32)


def graph_of(client, prompt, picture):
    graph = client.workflows.from_json(
        {
            "6": {"class_type": "CLIPTextEncode", "inputs": {"text": prompt}},
            "9": {"class_type": "SaveVideo", "inputs": {"video": ["10", 0]}},
            "10": {"class_type": "LoadImage", "inputs": {"image": ""}},
        }
    )
    graph.set_input("10", "image", client.assets.from_file(str(picture)))
    return graph


def main(client, picture):
    job = client.submit(graph_of(client, "a koi pond", picture))
    submitted = job.status
    job.wait(timeout=20)
    [output] = job.get_outputs("9")
    data = output.to_bytes()
    waiting, going = (client.submit(graph_of(client, "[fault:render=3]", picture)) for _ in "ab")
    waiting.cancel()
    while client.jobs.get(going.id).status != "running":
        time.sleep(0.05)
    going.cancel()
    going.wait(timeout=20)
    failed = client.submit(graph_of(client, "[fault:fail=out of memory]", picture))
    failed.wait(timeout=20)
    wrong = client.workflows.from_json({"1": {"class_type": "LoadImage", "inputs": {"image": "x"}}})
    refused = []
    for call in (lambda: client.submit(wrong), lambda: client.jobs.get(UNKNOWN)):
        try:
            call()
        except ComfyError as error:
            refused.append(type(error).__name__)
    found = {
        "seen": [submitted, job.status],
        "output": [output.name, data[4:8].decode(), len(data)],
        "stopped": [client.jobs.get(job.id).status for job in (waiting, going)],
        "failed": [failed.status, str(failed.error)],
        "refused": refused,
    }
    print(json.dumps(found))


with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]
program = Path(sys.executable).with_name("comfy-api-proxy")
with tempfile.TemporaryDirectory() as home:
    variables = {**os.environ, "HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home}
    arguments = (program, "run", "--comfyui", sys.argv[1], "--port", str(port))
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(arguments, env=variables, cwd=home, **quiet) as proxy:
        try:
            url = os.environ["COMFY_BASE_URL"] = f"http://127.0.0.1:{port}"  # the only way
            while True:
                assert proxy.poll() is None
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(url + "/api/v2/health").close()
                    break
                time.sleep(0.05)
            from comfy_sdk import Comfy, ComfyError

            picture = Path(home) / "first.png"
            picture.write_bytes(PICTURE)
            with Comfy() as client:
                main(client, picture)
        finally:
            proxy.terminate()
