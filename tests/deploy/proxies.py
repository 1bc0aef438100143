"""Real proxies, with the files of `deploy/` as they are but for names, ports and paths."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.certificates import write_certificate

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
TIMEOUT = 30.0  # seconds for a proxy to start
MAIN = """
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
worker_rlimit_nofile 16384;
events {{ worker_connections 8192; }}
http {{
    access_log off;
    {temporary}
    include {folder}/rushes.conf;
}}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@dataclass
class Proxy:
    """A running proxy: the URL that it serves, and what a client needs to trust it."""

    url: str
    trust: ssl.SSLContext


def binary(name: str) -> str:
    """Return the path of a program; scripts/install_services.sh installs both proxies."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip(f"{name} is missing; scripts/install_services.sh installs it")
    return found


def free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


@contextlib.contextmanager
def nginx(
    folder: Path, upstreams: Sequence[str], *, under_path: bool = False, tls: bool = True
) -> Iterator[Proxy]:
    """Run nginx with deploy/nginx; with `under_path` with a location of another server."""
    (port,) = free_ports(1)
    certificate = write_certificate(folder / "certificate.pem")
    text = (DEPLOY / "nginx" / "rushes.conf").read_text()
    options = re.findall(r"    server 127\.0\.0\.1:\d+(.*)\n", text)[0]
    servers = "\n".join(f"    server {host}{options}" for host in upstreams)
    if under_path:
        location = (DEPLOY / "nginx" / "rushes-path.conf").read_text()
        text = _replaced(text, r"(?s)    location / \{.*?\n    \}\n", location)
    text = _replaced(text, r"(    server 127\.0\.0\.1:\d+ .*\n)+", servers + "\n")
    text = _replaced(text, r"listen 443 ssl http2;", f"listen 127.0.0.1:{port}{' ssl' * tls};")
    text = _replaced(text, r"    listen \[::\]:443 .*\n", "")
    text = _replaced(text, r"/etc/ssl/rushes/\w+\.pem", str(certificate))
    text = _replaced(text, r"/etc/nginx/rushes-proxy\.conf", str(folder / "proxy.conf"))
    (folder / "rushes.conf").write_text(text)
    shutil.copy(DEPLOY / "nginx" / "proxy.conf", folder)
    paths = [f"{name}_temp_path {folder}/{name};" for name in TEMPORARY]
    main = MAIN.format(
        folder=folder,
        temporary="\n    ".join(paths),
        user="user root;" if os.geteuid() == 0 else "",  # who may read the folder of a test
    )
    (folder / "nginx.conf").write_text(main)
    command = [binary("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with _running([*command, "-e", str(folder / "error.log")], port, folder):
        yield Proxy(f"http{'s' * tls}://127.0.0.1:{port}", _trust(certificate))


def check_compose(folder: Path) -> subprocess.CompletedProcess[str]:
    """Have nginx check the proxy of compose.yaml, whose hosts and newer option are not here."""
    text = (DEPLOY / "compose" / "nginx.conf").read_text()
    text = _replaced(text, r"server api-\d:8787 resolve", "server 127.0.0.1:8787")
    text = _replaced(text, r"/etc/nginx/rushes-proxy\.conf", str(DEPLOY / "nginx" / "proxy.conf"))
    (folder / "rushes.conf").write_text(text)
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, temporary="", user=""))
    command = [binary("nginx"), "-t", "-q", "-p", folder, "-c", folder / "nginx.conf"]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@contextlib.contextmanager
def caddy(folder: Path, upstreams: Sequence[str]) -> Iterator[Proxy]:
    """Run Caddy with deploy/caddy/Caddyfile, and a certificate that is given."""
    (port,) = free_ports(1)
    certificate = write_certificate(folder / "certificate.pem")
    text = (DEPLOY / "caddy" / "Caddyfile").read_text()
    site = f"https://127.0.0.1:{port} {{\n\ttls {certificate} {certificate}"
    text = _replaced(text, r"(?m)^rushes\.example\.com \{", site)
    text = _replaced(text, r"127\.0\.0\.1:8787 127\.0\.0\.1:8788", " ".join(upstreams))
    options = "{\n\tadmin off\n\tauto_https disable_redirects\n}\n"
    (folder / "Caddyfile").write_text(options + text)
    command = [binary("caddy"), "run", "--adapter", "caddyfile"]
    with _running([*command, "--config", str(folder / "Caddyfile")], port, folder):
        yield Proxy(f"https://127.0.0.1:{port}", _trust(certificate))


@contextlib.contextmanager
def _running(command: Sequence[str], port: int, folder: Path) -> Iterator[None]:
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=folder)
    try:
        deadline = time.monotonic() + TIMEOUT
        while True:
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < deadline
            time.sleep(0.02)
        yield
    finally:
        process.terminate()
        process.wait(TIMEOUT)


def _replaced(text: str, pattern: str, by: str) -> str:
    changed, count = re.subn(pattern, lambda _: by, text)
    assert count, pattern
    return changed


def _trust(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certificate)
