"""The operations on videos, each in a waiting and an awaitable form."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Required, TypedDict, Unpack, overload

import httpx

from openrouter import calls, components, downloads, limits, waiting
from openrouter.retries import RetryConfig
from openrouter.targets import BinaryFile, FilePath, FileTarget, PathTarget
from openrouter.transport import AsyncTransport, Transport
from openrouter.types import UNSET, OptionalNullable

Frames = Iterable[components.FrameImage | components.FrameImageTypedDict]
References = Iterable[components.InputReference | components.InputReferenceTypedDict]
Provider = (
    components.VideoGenerationRequestProvider | components.VideoGenerationRequestProviderTypedDict
)
Trace = components.TraceConfig | components.TraceConfigTypedDict
Job = components.VideoGenerationResponse


class GenerateArguments(TypedDict, total=False):
    """The arguments of `generate`, for the methods that pass them on."""

    model: Required[str]
    http_referer: str | None
    x_open_router_title: str | None
    x_open_router_categories: str | None
    aspect_ratio: components.VideoGenerationRequestAspectRatio | None
    callback_url: str | None
    creativity: int | None
    duration: int | None
    frame_images: Frames | None
    generate_audio: bool | None
    input_references: References | None
    previous_job_id: str | None
    prompt: str | None
    provider: Provider | None
    resolution: components.VideoGenerationRequestResolution | None
    seed: int | None
    session_id: str | None
    size: str | None
    trace: Trace | None
    upscale_factor: float | None
    user: str | None
    retries: OptionalNullable[RetryConfig]
    server_url: str | None
    timeout_ms: int | None
    http_headers: Mapping[str, str] | None
    idempotency_key: str | None
    validate: bool


class VideoGeneration:
    """Submit, poll, download; `OpenRouter.video_generation`."""

    def __init__(self, transport: Transport, async_transport: AsyncTransport) -> None:
        self._transport = transport
        self._async_transport = async_transport
        self._catalogues = limits.Catalogues()

    # `locals()` in the methods below hands over exactly their arguments, so that each name is
    # written once, in the signature.

    def generate(
        self,
        *,
        model: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        aspect_ratio: components.VideoGenerationRequestAspectRatio | None = None,
        callback_url: str | None = None,
        creativity: int | None = None,
        duration: int | None = None,
        frame_images: Frames | None = None,
        generate_audio: bool | None = None,
        input_references: References | None = None,
        previous_job_id: str | None = None,
        prompt: str | None = None,
        provider: Provider | None = None,
        resolution: components.VideoGenerationRequestResolution | None = None,
        seed: int | None = None,
        session_id: str | None = None,
        size: str | None = None,
        trace: Trace | None = None,
        upscale_factor: float | None = None,
        user: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        validate: bool = False,
    ) -> components.VideoGenerationResponse:
        """Submit a video and return its job at once; poll it with `get_generation`.

        Media and provider options may be models or plain dicts, in any iterable. The submission is
        paid, so it is sent again only if it certainly reached nobody; `retries` overrules that.

        `callback_url` is told over https when the job ends. `frame_images` win over
        `input_references`. `prompt` may be absent where images suffice. `size` ("1280x720") stands
        for `resolution` and `aspect_ratio`. `previous_job_id` is a completed job to edit or extend.
        `creativity` and `upscale_factor` are for upscalers. `session_id`, `trace` and `user` go to
        logs only. `retries=None` means no retries; `timeout_ms` limits each phase of a request;
        `http_headers` are added to ours or replace them. `idempotency_key` goes out with every
        attempt; each call makes up its own if it gets none. `validate` checks the arguments first,
        against the list of models, which is fetched once in five minutes.

        Raises:
            UnsupportedRequestError: `validate` found what the model does not take.
            SubmitOutcomeUnknownError: the job may exist; also of one of the classes below.
            OpenRouterError: the service refused; its subclasses tell why.
            pydantic.ValidationError: an argument has the wrong shape; nothing was sent.
            httpx.TransportError: there was no answer.
        """
        arguments = locals()
        request = calls.request_of(arguments)
        if validate:
            models = self._catalogues.get(server_url)
            if models is None:
                models = self._transport.send(_catalogue_call(arguments))
                self._catalogues.put(server_url, models)
            limits.check(request, models)
        return self._transport.send(calls.generate(request, arguments))

    async def generate_async(
        self,
        *,
        model: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        aspect_ratio: components.VideoGenerationRequestAspectRatio | None = None,
        callback_url: str | None = None,
        creativity: int | None = None,
        duration: int | None = None,
        frame_images: Frames | None = None,
        generate_audio: bool | None = None,
        input_references: References | None = None,
        previous_job_id: str | None = None,
        prompt: str | None = None,
        provider: Provider | None = None,
        resolution: components.VideoGenerationRequestResolution | None = None,
        seed: int | None = None,
        session_id: str | None = None,
        size: str | None = None,
        trace: Trace | None = None,
        upscale_factor: float | None = None,
        user: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        validate: bool = False,
    ) -> components.VideoGenerationResponse:
        """Await `generate`."""
        arguments = locals()
        request = calls.request_of(arguments)
        if validate:
            models = self._catalogues.get(server_url)
            if models is None:
                models = await self._async_transport.send(_catalogue_call(arguments))
                self._catalogues.put(server_url, models)
            limits.check(request, models)
        return await self._async_transport.send(calls.generate(request, arguments))

    def get_generation(
        self,
        *,
        job_id: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoGenerationResponse:
        """Ask how a job is doing.

        A job that failed is returned like any other, with `status` and `error`.

        Raises:
            OpenRouterError: the service refused; its subclasses tell why.
            ValueError: `job_id` cannot be one.
        """
        return self._transport.send(calls.get_generation(locals()))

    async def get_generation_async(
        self,
        *,
        job_id: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoGenerationResponse:
        """Await `get_generation`."""
        return await self._async_transport.send(calls.get_generation(locals()))

    def get_video_content(
        self,
        *,
        job_id: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        index: OptionalNullable[int] = 0,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Open the finished video number `index` for reading.

        The body is not read yet: use `iter_bytes()` or `read()`, and `close()` when done.
        Any video type is accepted, and a part (206) if `http_headers` asks for a `Range`.

        Raises:
            ConflictResponseError: the job is not finished.
            GoneResponseError: the output is no longer kept.
            OpenRouterError: the service refused for another reason.
            ValueError: `job_id` cannot be one.
        """
        return self._transport.send(calls.get_video_content(locals()))

    async def get_video_content_async(
        self,
        *,
        job_id: str,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        index: OptionalNullable[int] = 0,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """Await `get_video_content`; read with `aiter_bytes()`, end with `aclose()`."""
        return await self._async_transport.send(calls.get_video_content(locals()))

    def list_videos_models(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoModelsListResponse:
        """List the models with what they support and cost; needs no key.

        Raises:
            OpenRouterError: the service refused; its subclasses tell why.
        """
        return self._transport.send(calls.list_videos_models(locals()))

    async def list_videos_models_async(
        self,
        *,
        http_referer: str | None = None,
        x_open_router_title: str | None = None,
        x_open_router_categories: str | None = None,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> components.VideoModelsListResponse:
        """Await `list_videos_models`."""
        return await self._async_transport.send(calls.list_videos_models(locals()))

    # From here on: more than the original has.

    def wait(
        self,
        job_or_id: Job | str,
        poll_interval: float | None = None,
        timeout: float | None = waiting.DEFAULT_TIMEOUT,
        on_progress: waiting.OnProgress | None = None,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Job:
        """Wait for a job, given by itself or by its id, and return it completed.

        It is asked at once, then after growing pauses (faster where the service tells progress), or
        every `poll_interval` seconds; a pause that the service asks for comes first. Failed polls
        that may pass are borne for `timeout` seconds, None is for ever. `on_progress` gets every
        answer. Nothing is lost by interrupting it: wait again, from any process.

        Raises:
            GenerationError: the job failed, was cancelled or expired; its subclasses tell which.
            WaitTimeoutError: the job is not finished. It goes on.
            OpenRouterError: the service refused the poll; its subclasses tell why.
            ValueError: the id cannot be one, or a time is not positive.
        """
        options = calls.CallOptions(
            retries=None, server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
        )
        watch = waiting.Watch(job_or_id, options, waiting.Pace(poll_interval, timeout))
        return waiting.wait(self._transport, watch, on_progress)

    async def wait_async(
        self,
        job_or_id: Job | str,
        poll_interval: float | None = None,
        timeout: float | None = waiting.DEFAULT_TIMEOUT,  # noqa: ASYNC109 - of the job, not the call
        on_progress: waiting.OnProgressAsync | None = None,
        *,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Job:
        """Await `wait`; what `on_progress` returns is awaited if it can be."""
        options = calls.CallOptions(
            retries=None, server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
        )
        watch = waiting.Watch(job_or_id, options, waiting.Pace(poll_interval, timeout))
        return await waiting.wait_async(self._async_transport, watch, on_progress)

    def generate_and_wait(
        self,
        *,
        poll_interval: float | None = None,
        timeout: float | None = waiting.DEFAULT_TIMEOUT,
        on_progress: waiting.OnProgress | None = None,
        **arguments: Unpack[GenerateArguments],
    ) -> Job:
        """Submit a video as `generate` does and `wait` for it.

        `timeout` counts from the submission's answer, which is also the first that `on_progress`
        gets: keep its id to take up the wait after a crash. What ends the wait early, an interrupt
        too, has the id in a note.

        Raises:
            OpenRouterError: as `generate` and `wait`.
            httpx.TransportError: no answer to the submission, as `generate`.
        """
        pace = waiting.Pace(poll_interval, timeout)
        job = self.generate(**arguments)
        with waiting.job_in_notes(job):
            if on_progress is not None:
                on_progress(job)
            watch = waiting.Watch(job, _options_of_polls(arguments), pace)
            return waiting.wait(self._transport, watch, on_progress)

    async def generate_and_wait_async(
        self,
        *,
        poll_interval: float | None = None,
        timeout: float | None = waiting.DEFAULT_TIMEOUT,  # noqa: ASYNC109 - of the job, not the call
        on_progress: waiting.OnProgressAsync | None = None,
        **arguments: Unpack[GenerateArguments],
    ) -> Job:
        """Await `generate_and_wait`; what `on_progress` returns is awaited if it can be."""
        pace = waiting.Pace(poll_interval, timeout)
        job = await self.generate_async(**arguments)
        with waiting.job_in_notes(job):
            await waiting.tell(on_progress, job)
            watch = waiting.Watch(job, _options_of_polls(arguments), pace)
            return await waiting.wait_async(self._async_transport, watch, on_progress)

    @overload
    def download(
        self,
        job_or_id: Job | str,
        to: FilePath | None = ...,
        *,
        index: int = ...,
        on_progress: downloads.OnBytes | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        server_url: str | None = ...,
        timeout_ms: int | None = ...,
        http_headers: Mapping[str, str] | None = ...,
    ) -> Path: ...

    @overload
    def download(
        self,
        job_or_id: Job | str,
        to: BinaryFile,
        *,
        index: int = ...,
        on_progress: downloads.OnBytes | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        server_url: str | None = ...,
        timeout_ms: int | None = ...,
        http_headers: Mapping[str, str] | None = ...,
    ) -> None: ...

    def download(
        self,
        job_or_id: Job | str,
        to: FilePath | BinaryFile | None = None,
        *,
        index: int = 0,
        on_progress: downloads.OnBytes | None = None,
        resume: bool = True,
        overwrite: bool = False,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Path | None:
        """Download a finished video, the one number `index`; return the path of the file.

        `to` is a path, a directory in which the file is named after the job (None: the current
        one), or a file object open for writing in binary, which is left open; then None is
        returned. A path gets its file only when the video is whole and on the disk; until then it
        is beside it in a `.part` file. A lost connection is resumed where it broke, and with
        `resume` so is what an earlier, interrupted call left, if the service can tell that the
        video is still the same; otherwise it starts over. An existing file is replaced only with
        `overwrite`. `on_progress` gets the bytes so far and in all (None if unknown).

        Raises:
            ConflictResponseError: the job is not finished.
            GoneResponseError: the output is no longer kept.
            DownloadError: what came is no video, or not all of one.
            OpenRouterError: the service refused for another reason.
            httpx.TransportError: the connection breaks again and again; call again to resume.
            FileExistsError: there is a file of that name.
        """
        target = _target_of(to, job_or_id, index, resume=resume, overwrite=overwrite)
        options = calls.CallOptions(
            server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
        )
        job_id = waiting.job_id_of(job_or_id)
        whole = downloads.Download(job_id, index, target, options, resume=resume)
        downloads.download(self._transport, whole, on_progress)
        return target.path if isinstance(target, PathTarget) else None

    @overload
    async def download_async(
        self,
        job_or_id: Job | str,
        to: FilePath | None = ...,
        *,
        index: int = ...,
        on_progress: downloads.OnBytesAsync | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        server_url: str | None = ...,
        timeout_ms: int | None = ...,
        http_headers: Mapping[str, str] | None = ...,
    ) -> Path: ...

    @overload
    async def download_async(
        self,
        job_or_id: Job | str,
        to: BinaryFile,
        *,
        index: int = ...,
        on_progress: downloads.OnBytesAsync | None = ...,
        resume: bool = ...,
        overwrite: bool = ...,
        server_url: str | None = ...,
        timeout_ms: int | None = ...,
        http_headers: Mapping[str, str] | None = ...,
    ) -> None: ...

    async def download_async(
        self,
        job_or_id: Job | str,
        to: FilePath | BinaryFile | None = None,
        *,
        index: int = 0,
        on_progress: downloads.OnBytesAsync | None = None,
        resume: bool = True,
        overwrite: bool = False,
        server_url: str | None = None,
        timeout_ms: int | None = None,
        http_headers: Mapping[str, str] | None = None,
    ) -> Path | None:
        """Await `download`; what `on_progress` returns is awaited if it can be."""
        target = _target_of(to, job_or_id, index, resume=resume, overwrite=overwrite)
        options = calls.CallOptions(
            server_url=server_url, timeout_ms=timeout_ms, http_headers=http_headers
        )
        job_id = waiting.job_id_of(job_or_id)
        whole = downloads.Download(job_id, index, target, options, resume=resume)
        await downloads.download_async(self._async_transport, whole, on_progress)
        return target.path if isinstance(target, PathTarget) else None


def _catalogue_call(arguments: Mapping[str, Any]) -> calls.Call[components.VideoModelsListResponse]:
    # `retries` is said of the submission.
    return calls.list_videos_models({**arguments, "retries": UNSET})


def _options_of_polls(arguments: Mapping[str, Any]) -> calls.CallOptions:
    # `retries` is said of the submission; a wait bears failed polls by its own rule.
    names = {name for name in calls.CallOptions.__slots__ if name in arguments} - {"retries"}
    return calls.CallOptions(retries=None, **{name: arguments[name] for name in names})


def _target_of(
    to: FilePath | BinaryFile | None,
    job_or_id: Job | str,
    index: int,
    *,
    resume: bool,
    overwrite: bool,
) -> PathTarget | FileTarget:
    if to is not None and not isinstance(to, str | os.PathLike):
        return FileTarget(to)
    job_id = waiting.job_id_of(job_or_id)
    name = f"{job_id}-{index}" if index else job_id
    return PathTarget(to, name, resume=resume, overwrite=overwrite)
