"""The table of endpoints: it makes both the router and the OpenAPI document."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.requests import Request
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Scope

from rushes.catalog.limits import MAX_LENGTHS
from rushes.http.access_log import ROUTE
from rushes.http.content import ANY_BYTES
from rushes.http.context import RequestContext
from rushes.http.parameters import Schema, openapi_parameter
from rushes.wire import ErrorEnvelope, VideoGenerationRequest

Handler = Callable[[RequestContext, Request], Awaitable[ASGIApp]]
Answer = type[BaseModel] | str | None
_SCHEMAS = "#/components/schemas/{model}"


@dataclass(frozen=True)
class Endpoint:
    """A URL and method. `answers` maps each status to what its body holds.

    That is a model, a media type for bytes, "" for nothing, or None for the error envelope.
    Handlers read `query` and `headers` with `read_parameters`. `public` endpoints need no key;
    those without `summary` are routed but not documented.
    """

    method: str
    path: str
    handler: Handler
    summary: str = ""
    operation_id: str = ""
    body: type[BaseModel] | None = None
    answers: Mapping[int, Answer] = field(default_factory=dict)
    query: Mapping[str, Schema] = field(default_factory=dict)
    headers: Mapping[str, Schema] = field(default_factory=dict)
    public: bool = False
    linked: bool = False


class PathRoute(Route):
    """Routes all methods of one path, so that no other path is tried for the rest of them."""

    def __init__(self, path: str, handlers: Mapping[str, Callable[[Request], Any]]) -> None:
        async def handle(request: Request) -> Any:
            return await handlers["GET" if request.method == "HEAD" else request.method](request)

        super().__init__(path, handle, methods=list(handlers))
        self._template = _template(path)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        # Most paths that are tried are fixed ones that are not it, which needs no pattern to see.
        if not self.param_convertors and not scope.get("root_path") and scope["path"] != self.path:
            return Match.NONE, {}
        match, found = super().matches(scope)
        if match is Match.NONE:
            return Match.NONE, found
        return Match.FULL, {**found, ROUTE: self._template}


def routes(endpoints: Sequence[Endpoint], context: RequestContext) -> list[PathRoute]:
    """Return the routes of endpoints, those of fixed paths first; GET answers HEAD as well."""
    handlers: dict[str, dict[str, Callable[[Request], Any]]] = {}
    for endpoint in sorted(endpoints, key=lambda endpoint: "{" in endpoint.path):
        of_path = handlers.setdefault(endpoint.path, {})
        of_path[endpoint.method] = partial(endpoint.handler, context)
    return [PathRoute(path, of_path) for path, of_path in handlers.items()]


def answers(status: int, answer: Answer, *errors: int, public: bool = False) -> dict[int, Answer]:
    """Return a success and the errors beside it: those given, and those of every endpoint."""
    everywhere = {400, 408, 414, 431, 500, 503} | (set() if public else {401, 403, 429})
    return {status: answer, **dict.fromkeys(sorted(everywhere.union(errors)))}


def openapi(endpoints: Sequence[Endpoint], *, version: str) -> dict[str, Any]:
    documented = [e for e in endpoints if e.summary]
    names, definitions = _schemas(documented)
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in documented:
        path = _template(endpoint.path)
        paths.setdefault(path, {})[endpoint.method.lower()] = _operation(endpoint, names)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rushes",
            "version": version,
            "summary": "OpenRouter's video generation API, on your own machine.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": definitions,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"bearer": []}],
    }


def _template(path: str) -> str:
    return re.sub(r":\w+}", "}", path)


def _schemas(
    endpoints: Sequence[Endpoint],
) -> tuple[dict[type[BaseModel], Any], dict[str, Any]]:
    inputs: set[type[BaseModel]] = {e.body for e in endpoints if e.body}
    outputs: set[type[BaseModel]] = {ErrorEnvelope}
    for endpoint in endpoints:
        outputs.update(a for a in endpoint.answers.values() if isinstance(a, type))
    wanted = [(m, "validation") for m in sorted(inputs, key=_name)]
    wanted += [(m, "serialization") for m in sorted(outputs, key=_name)]
    references, document = models_json_schema(wanted, ref_template=_SCHEMAS)  # type: ignore[arg-type]  # a list of pairs, of literals
    definitions = document.get("$defs", {})
    for name, limit in MAX_LENGTHS.items():
        field = definitions[VideoGenerationRequest.__name__]["properties"][name]
        if field.get("type") == "string":
            field["maxLength"] = limit
    return {model: ref for (model, _), ref in references.items()}, definitions  # type: ignore[misc]  # no dataclasses among them


def _name(model: type[BaseModel]) -> str:
    return model.__name__


def _operation(endpoint: Endpoint, schemas: Mapping[type[BaseModel], Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": endpoint.summary,
        "operationId": endpoint.operation_id,
        "responses": {
            str(status): _answer(status, answer, schemas)
            for status, answer in endpoint.answers.items()
        },
    }
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{(\w+)", endpoint.path)
    ]
    parameters += [openapi_parameter(n, "query", s) for n, s in endpoint.query.items()]
    parameters += [openapi_parameter(n, "header", s) for n, s in endpoint.headers.items()]
    if parameters:
        operation["parameters"] = parameters
    if endpoint.body:
        content = {"application/json": {"schema": schemas[endpoint.body]}}
        operation["requestBody"] = {"required": True, "content": content}
    if endpoint.public:
        operation["security"] = []
    if endpoint.linked:
        operation["security"] = [{"bearer": []}, {}]
    return operation


def _answer(
    status: int, answer: type[BaseModel] | str | None, schemas: Mapping[type[BaseModel], Any]
) -> dict[str, Any]:
    if answer == "":
        return {"description": HTTPStatus(status).phrase}
    if isinstance(answer, str):
        if answer.startswith("video/"):
            return {"description": "Bytes", "content": {answer: {}, ANY_BYTES: {}}}
        return {"description": "Events", "content": {answer: {}}}
    schema = schemas[answer or ErrorEnvelope]
    description = "Success" if status < 400 else "Error"
    return {"description": description, "content": {"application/json": {"schema": schema}}}
