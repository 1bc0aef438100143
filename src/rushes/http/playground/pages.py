"""The playground at `/`: one page and its modules, served as files of this package.

All files but the page are below `playground/DIGEST/`, where the digest is that of all files, so
browsers may keep them forever. Relative URLs make the page work below a path.
"""

from __future__ import annotations

import gzip
import hashlib
import html
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rushes.http.base_url import origin
from rushes.http.context import RequestContext
from rushes.http.errors import ApiError
from rushes.http.openapi import Endpoint

INDEX = "index.html"
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "txt": "text/plain"}
# Images and videos may be of other hosts: the page previews URLs that a user gives.
SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
        " img-src 'self' blob: data: https: http:; media-src 'self' blob: data: https: http:;"
        " base-uri 'self'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@dataclass(frozen=True)
class Files:
    """The page, and the files beside it by their paths."""

    page: str
    by_path: dict[str, bytes]
    digest: str


@cache
def files() -> Files:
    root = resources.files(__package__).joinpath("static")
    by_path = dict(_read(root, ""))
    digest = hashlib.sha256()
    for path in sorted(by_path):
        digest.update(f"{path}\0{len(by_path[path])}\0".encode() + by_path[path])
    # All modules at once: each imports others, which would be found one after another.
    modules = [path for path in sorted(by_path) if path.endswith(".js")]
    preloads = (f'<link rel="modulepreload" href="{{files}}/{path}">' for path in modules)
    page = by_path.pop(INDEX).decode().replace("{preloads}", "".join(preloads))
    return Files(page, by_path, digest.hexdigest()[:16])


def _read(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found = list[tuple[str, bytes]]()
    for entry in folder.iterdir():
        path = f"{prefix}{entry.name}"
        if entry.is_dir():
            found += _read(entry, f"{path}/")
        elif path == INDEX or entry.name.rpartition(".")[2] in TYPES:
            found.append((path, entry.read_bytes()))
    return found


async def page(context: RequestContext, request: Request) -> Response:
    # Behind a proxy the service may be mounted below a path that only the public URL has. At other
    # addresses of the service, such as its own, the page is where its URL says.
    path = request.scope.get("root_path", "")
    public = urlsplit(context.settings.public_url or "")
    if public.netloc.lower() == urlsplit(origin(request, None, context.is_trusted)).netloc:
        path = public.path
    base = html.escape(f"{path.rstrip('/')}/" if path else "./")
    text = files().page.replace("{base}", base).replace("{files}", f"playground/{files().digest}")
    etag = f'"{hashlib.sha256(text.encode()).hexdigest()[:16]}"'
    headers = {**SECURITY, "Cache-Control": "no-cache", "ETag": etag}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(text, headers=headers)


async def file(_: RequestContext, request: Request) -> Response:
    path = request.path_params["path"]
    content = files().by_path.get(path)
    if content is None:
        raise ApiError(404, f"The playground has no file {path[:100]!r}")
    # A page of another version, during an upgrade, gets what there is and does not keep it.
    is_current = request.path_params["digest"] == files().digest
    cache_control = "public, max-age=31536000, immutable" if is_current else "no-store"
    headers = {**SECURITY, "Cache-Control": cache_control, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        content, headers["Content-Encoding"] = _compressed(path), "gzip"
    return Response(content, headers=headers, media_type=TYPES[path.rpartition(".")[2]])


@cache
def _compressed(path: str) -> bytes:
    return gzip.compress(files().by_path[path], mtime=0)


ENDPOINTS = (
    Endpoint("GET", "/", page),
    Endpoint("GET", "/playground/{digest}/{path:path}", file),
)
