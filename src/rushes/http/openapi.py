"""The table of endpoints: it makes both the router and the OpenAPI document."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import ASGIApp

from rushes.http.content import ANY_BYTES
from rushes.http.context import RequestContext
from rushes.wire import ErrorEnvelope

Handler = Callable[[RequestContext, Request], Awaitable[ASGIApp]]
Answer = type[BaseModel] | str | None
_SCHEMAS = "#/components/schemas/{model}"


@dataclass(frozen=True)
class Endpoint:
    """A URL and method. `answers` maps each status to what its body holds.

    That is a model, a media type for bytes, or None for the error envelope. `public` ones need no
    key; those without `summary` are routed but not documented.
    """

    method: str
    path: str
    handler: Handler
    summary: str = ""
    operation_id: str = ""
    body: type[BaseModel] | None = None
    answers: Mapping[int, Answer] = field(default_factory=dict)
    query: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    headers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    public: bool = False

    def route(self, context: RequestContext) -> Route:
        """Return the route of this endpoint; GET answers HEAD as well."""
        return Route(self.path, partial(self.handler, context), methods=[self.method])


def answers(status: int, answer: Answer, *errors: int, public: bool = False) -> dict[int, Answer]:
    """Return a success and the errors beside it: those given, and those of every endpoint."""
    everywhere = {500, 503} if public else {401, 403, 500, 503}
    return {status: answer, **dict.fromkeys(sorted(everywhere.union(errors)))}


def openapi(endpoints: Sequence[Endpoint], *, version: str) -> dict[str, Any]:
    documented = [e for e in endpoints if e.summary]
    names, definitions = _schemas(documented)
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in documented:
        path = re.sub(r":\w+}", "}", endpoint.path)
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
    return {model: ref for (model, _), ref in references.items()}, document.get("$defs", {})  # type: ignore[misc]  # no dataclasses among them


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
    parameters += [{"name": n, "in": "query", "schema": s} for n, s in endpoint.query.items()]
    parameters += [{"name": n, "in": "header", "schema": s} for n, s in endpoint.headers.items()]
    if parameters:
        operation["parameters"] = parameters
    if endpoint.body:
        content = {"application/json": {"schema": schemas[endpoint.body]}}
        operation["requestBody"] = {"required": True, "content": content}
    if endpoint.public:
        operation["security"] = []
    return operation


def _answer(
    status: int, answer: type[BaseModel] | str | None, schemas: Mapping[type[BaseModel], Any]
) -> dict[str, Any]:
    if isinstance(answer, str):
        if answer.startswith("video/"):
            return {"description": "Bytes", "content": {answer: {}, ANY_BYTES: {}}}
        return {"description": "Events", "content": {answer: {}}}
    schema = schemas[answer or ErrorEnvelope]
    description = "Success" if status < 400 else "Error"
    return {"description": description, "content": {"application/json": {"schema": schema}}}
