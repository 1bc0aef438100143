"""The operations of the contract, with the signatures of the official package."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from rushes import wire
from rushes.sdk import _endpoints, _service_endpoints
from rushes.sdk._endpoints import CallOptions
from rushes.sdk._params import (
    Arguments,
    Frames,
    Provider,
    References,
    Retries,
    Source,
    Sources,
    Trace,
)
from rushes.sdk._scalars import flag
from rushes.sdk.generation import Generation
from rushes.sdk.methods.base import Operations, build_off_loop
from rushes.sdk.model_list import ModelList, list_videos_models
from rushes.wire.base import UNSET, OptionalNullable


class ContractOperations(Operations):
    """Submit, poll, download, list the models."""

    # `locals()` at the top of the methods below is exactly their arguments, so that each name is
    # written once, in the signature.

    def generate(
        self,
        *,
        model: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        aspect_ratio: wire.VideoGenerationRequestAspectRatio | None = None,
        callback_url: str | None = None,
        creativity: int | None = None,
        duration: int | None = None,
        frame_images: Frames | None = None,
        generate_audio: bool | None = None,
        input_references: References | None = None,
        previous_job_id: str | None = None,
        prompt: str | None = None,
        provider: Provider | None = None,
        resolution: wire.VideoGenerationRequestResolution | None = None,
        seed: int | None = None,
        session_id: str | None = None,
        size: str | None = None,
        trace: Trace | None = None,
        upscale_factor: float | None = None,
        user: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        validate: bool = False,
        first_frame: Source | None = None,
        last_frame: Source | None = None,
        references: Sources | None = None,
        max_cost: float | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Generation:
        """Submit a video and return its job at once; poll it with `get_generation`.

        Media and provider options may be models or plain dicts, in any iterable. The submission is
        paid, so it is only sent again if it certainly reached nobody, or to a service that is known
        to make one job of both; `retries` overrides that.

        `callback_url` gets an https request when the job ends. `frame_images` take precedence over
        `input_references`. `prompt` may be absent where images suffice. `size` ("1280x720")
        replaces `resolution` and `aspect_ratio`. `previous_job_id` is a completed job to edit or
        extend. `creativity` and `upscale_factor` are for upscalers. `session_id`, `trace` and
        `user` are only logged. `retries=None` means no retries; `timeout_ms` limits each phase of a
        request; `http_headers` are added to the default ones or replace them. `idempotency_key` is
        sent with every attempt; without it each call makes up its own. `validate` first checks the
        arguments against the list of models, which is fetched at most once in five minutes.
        `first_frame`, `last_frame` and `references` are what `frame_image` takes, 24 MB of files
        together; they come after those in `frame_images` and `input_references`. `max_cost`, in
        USD, refuses a request that would cost more: by the service's quote where it has one,
        otherwise by `estimate_cost`. `extra_body` adds keys that have no parameter yet, or replaces
        others except the model; it is not checked. `extra_query` is added to the URL.

        Raises:
            UnsupportedRequestError: `validate` found something that the model does not support.
            CostLimitError: it would cost more than `max_cost`, or its cost is not known.
            SubmitOutcomeUnknownError: the job may exist; also of one of the classes below.
            OpenRouterError: the service refused; its subclasses say why.
            pydantic.ValidationError: an argument has the wrong shape; nothing was sent.
            TypeError: a file is none that can be read; nothing was sent.
            ValueError: a file is not a medium, or the files are too large; nothing was sent.
            OSError: a file cannot be read; nothing was sent.
            APIConnectionError: there was no response, and nothing can have arrived.
        """
        arguments = locals()
        if validate or max_cost is not None:
            request = _endpoints.request_of(arguments)
            self._check(request, arguments)
            body = _endpoints.to_json(request)
        else:
            body = _endpoints.body_of(arguments)
        call = _endpoints.generate(body, arguments)
        return self._bound(self._client.send(call), call.options)

    async def generate_async(
        self,
        *,
        model: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        aspect_ratio: wire.VideoGenerationRequestAspectRatio | None = None,
        callback_url: str | None = None,
        creativity: int | None = None,
        duration: int | None = None,
        frame_images: Frames | None = None,
        generate_audio: bool | None = None,
        input_references: References | None = None,
        previous_job_id: str | None = None,
        prompt: str | None = None,
        provider: Provider | None = None,
        resolution: wire.VideoGenerationRequestResolution | None = None,
        seed: int | None = None,
        session_id: str | None = None,
        size: str | None = None,
        trace: Trace | None = None,
        upscale_factor: float | None = None,
        user: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        validate: bool = False,
        first_frame: Source | None = None,
        last_frame: Source | None = None,
        references: Sources | None = None,
        max_cost: float | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Generation:
        """Await `generate`."""
        arguments = locals()
        if validate or max_cost is not None:
            request = await build_off_loop(_endpoints.request_of, arguments)
            await self._check_async(request, arguments)
            body = _endpoints.to_json(request)
        else:
            body = await build_off_loop(_endpoints.body_of, arguments)
        call = _endpoints.generate(body, arguments)
        return self._bound(await self._async_client.send(call), call.options)

    def get_generation(
        self,
        *,
        job_id: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Return a job as it is now.

        A job that failed is returned like any other, with `status` and `error`.

        Raises:
            OpenRouterError: the service refused; its subclasses say why.
            ValueError: `job_id` is not valid.
        """
        call = _endpoints.get_generation(locals())
        return self._bound(self._client.send(call), call.options)

    async def get_generation_async(
        self,
        *,
        job_id: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Generation:
        """Await `get_generation`."""
        call = _endpoints.get_generation(locals())
        return self._bound(await self._async_client.send(call), call.options)

    def get_video_content(
        self,
        *,
        job_id: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        index: OptionalNullable[int] = 0,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Open the video number `index` of a completed job for reading.

        The body is not read yet: use `iter_bytes()` or `read()`, and `close()` when done. A body
        that is dropped instead causes a `ResourceWarning`. Any video type is accepted, and a part
        (206) if `http_headers` asks for a `Range`. Reading to the end of a video that is not
        complete raises `DownloadError`.

        Raises:
            ConflictResponseError: the job is not completed.
            GoneResponseError: the output is no longer kept.
            OpenRouterError: the service refused for another reason.
            ValueError: `job_id` is not valid.
        """
        options = CallOptions.of(locals())
        return self._client.send(_endpoints.content(job_id, index, options))

    async def get_video_content_async(
        self,
        *,
        job_id: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        index: OptionalNullable[int] = 0,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Await `get_video_content`; read with `aiter_bytes()`, end with `aclose()`."""
        options = CallOptions.of(locals())
        return await self._async_client.send(_endpoints.content(job_id, index, options))

    def list_videos_models(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> ModelList:
        """List the models with what they support and cost; needs no key.

        Raises:
            OpenRouterError: the service refused; its subclasses say why.
        """
        return self._client.send(list_videos_models(locals()))

    async def list_videos_models_async(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: Retries = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> ModelList:
        """Await `list_videos_models`."""
        return await self._async_client.send(list_videos_models(locals()))

    def _check(self, request: wire.VideoGenerationRequest, arguments: Arguments) -> None:
        from rushes.sdk import _validation

        if flag("validate", arguments.get("validate", False)):
            _validation.check(request, self._models(arguments))
        if arguments.get("max_cost") is not None:
            cost = self._cost(request, arguments)
            _validation.check_cost(request.model, cost, arguments["max_cost"])

    def _cost(self, request: wire.VideoGenerationRequest, arguments: Arguments) -> float | None:
        models = self._models(arguments)  # which also shows what kind of server it is
        if self._client.speaks_to_rushes(arguments.get("server_url")):
            return self._client.send(_service_endpoints.quote(request, _of_read(arguments))).cost
        return models.cost_of(request)

    def _models(self, arguments: Arguments) -> ModelList:
        server_url = self._client.base_url(arguments.get("server_url"))
        models = self._catalog_cache.get(server_url)
        if models is None:
            models = self._client.send(list_videos_models(_of_read(arguments)))
            self._catalog_cache.put(server_url, models)
        return models

    async def _check_async(
        self, request: wire.VideoGenerationRequest, arguments: Arguments
    ) -> None:
        from rushes.sdk import _validation

        if flag("validate", arguments.get("validate", False)):
            _validation.check(request, await self._models_async(arguments))
        if arguments.get("max_cost") is not None:
            cost = await self._cost_async(request, arguments)
            _validation.check_cost(request.model, cost, arguments["max_cost"])

    async def _cost_async(
        self, request: wire.VideoGenerationRequest, arguments: Arguments
    ) -> float | None:
        models = await self._models_async(arguments)
        if self._async_client.speaks_to_rushes(arguments.get("server_url")):
            call = _service_endpoints.quote(request, _of_read(arguments))
            return (await self._async_client.send(call)).cost
        return models.cost_of(request)

    async def _models_async(self, arguments: Arguments) -> ModelList:
        server_url = self._client.base_url(arguments.get("server_url"))
        models = self._catalog_cache.get(server_url)
        if models is None:
            models = await self._async_client.send(list_videos_models(_of_read(arguments)))
            self._catalog_cache.put(server_url, models)
        return models


def _of_read(arguments: Arguments) -> Arguments:
    return {**arguments, "retries": UNSET}  # those given are about the submission
