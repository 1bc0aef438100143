"""Serve vLLM-Omni's own routes of videos with an engine that renders nothing: `PORT` of loopback.

The route functions, forms, records of jobs and storage are the vendor's, from its package. What
they import of vLLM and of the engine is replaced, and vLLM's handlers of errors are written again
here, so neither a GPU nor its libraries are needed. A job takes 0.3 s; one whose prompt contains
FAIL fails, and one whose prompt contains REFUSE fails by the client's fault.
"""

import ast
import asyncio
import dataclasses
import importlib.abc
import importlib.util
import json
import logging
import os
import sys
import tempfile
import time
import types
import uuid
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any, Literal
from unittest.mock import MagicMock

ROUTES = "vllm_omni.entrypoints.openai"
REAL = {
    f"{ROUTES}.{name}"
    for name in (
        *("protocol.videos", "video.generation.helpers", "stores", "storage", "errors"),
        "image_api_utils",
    )
} | {"vllm_omni.errors", "vllm_omni.config.server_settings"}
FUNCTIONS = {
    *("create_video", "create_video_sync", "list_videos", "retrieve_video", "delete_video"),
    *("download_video", "_require_single_api_video_store"),
    "_reject_process_local_state_with_multiple_api_workers",
}
VIDEO = b"\0\0\0\x18ftypmp42" + bytes(64)
PACKAGES = next(Path(place) for place in sys.path if (Path(place) / "vllm_omni").is_dir())
os.environ["VLLM_OMNI_SERVER_STORAGE__PATH"] = tempfile.mkdtemp(prefix="vllm-omni-")


def source(name):
    return (PACKAGES / (name.replace(".", "/") + ".py")).read_text("utf-8")


class Replaced(types.ModuleType):
    """A module of the engine: it has every name, and does nothing."""

    __path__ = ()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return MagicMock(name=name)


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Load the real modules from their files, and replace all others of the packages."""

    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] not in {"vllm", "vllm_omni"}:
            return None
        return importlib.util.spec_from_loader(name, self, is_package=name not in REAL)

    def create_module(self, spec):
        return None if spec.name in REAL else Replaced(spec.name)

    def exec_module(self, module):
        if module.__name__ in REAL:
            exec(compile(source(module.__name__), module.__name__, "exec"), vars(module))


def replace(name, **names):
    module = Replaced(name)
    vars(module).update(names)
    sys.modules[name] = module


def record(name, *fields):
    return dataclasses.make_dataclass(
        name, [(field, Any, dataclasses.field(default=None)) for field in fields]
    )


def envelope(message, kind, code, param=None):
    return {"error": {"message": str(message), "type": kind, "param": param, "code": code}}


class Failure(types.SimpleNamespace):
    def model_dump(self):
        return self.body


def failure_of(error, *_, **__):
    body = envelope(error, "InternalServerError", 500)
    return Failure(body=body, error=types.SimpleNamespace(**body["error"]))


async def decoded(*_, **__):
    return Image.new("RGB", (64, 64))


class EngineDeadError(Exception):
    pass


class EngineGenerateError(Exception):
    pass


replace(
    "vllm.v1.engine.exceptions",
    EngineDeadError=EngineDeadError,
    EngineGenerateError=EngineGenerateError,
)
replace("vllm.entrypoints.serve", create_error_response=failure_of)
replace("vllm.entrypoints.serve.engine.protocol", ErrorResponse=dict)
replace("vllm_omni.inputs.data", DIFFUSION_QUALITY_LEVELS=("lossless", "high"))
replace(
    "vllm_omni.diffusion.models.interface",
    ReferenceVideoDecodeSpec=record("ReferenceVideoDecodeSpec", "max_frames", "keep"),
)
latents = ("source_video", "source_audio", "video_noise_mask", "audio_noise_mask")
replace(
    f"{ROUTES}.serving_video",
    OmniOpenAIServingVideo=object,
    ReferenceImage=record("ReferenceImage", "data"),
    ReferenceVideo=record("ReferenceVideo", "data", "cleanup_paths"),
    ReferenceAudio=record("ReferenceAudio", "path", "cleanup_paths"),
    LatentEditInput=record("LatentEditInput", *latents, "cleanup_paths"),
)
replace(f"{ROUTES}.app_state", Omnivideo=lambda request: request.app.state.openai_serving_video)
replace(f"{ROUTES}.video_api_utils", VideoFrames=list, decode_input_reference=decoded)
sys.meta_path.insert(0, Finder())

import fastapi  # noqa: E402 - after the finder
import uvicorn  # noqa: E402
from fastapi.exceptions import RequestValidationError  # noqa: E402
from fastapi.responses import FileResponse, JSONResponse, Response  # noqa: E402
from PIL import Image  # noqa: E402

helpers = importlib.import_module(f"{ROUTES}.video.generation.helpers")
protocol = importlib.import_module(f"{ROUTES}.protocol.videos")
storage = importlib.import_module(f"{ROUTES}.storage")
stores = importlib.import_module(f"{ROUTES}.stores")
errors = importlib.import_module("vllm_omni.errors")
router = fastapi.APIRouter()


def load_routes():
    """Define the vendor's route functions, cut out of the module that starts its engine."""
    tree = ast.parse(source(f"{ROUTES}.api_server"))
    tree.body = [node for node in tree.body if getattr(node, "name", "") in FUNCTIONS]
    needed = (
        *(fastapi.Depends, fastapi.HTTPException, fastapi.Query, fastapi.Request),
        *(FileResponse, JSONResponse, Response, HTTPStatus),
    )
    names = {each.__name__: each for each in needed}
    names |= vars(errors) | vars(stores) | vars(storage) | vars(helpers) | vars(protocol)
    names |= {
        "Annotated": Annotated,
        "Any": Any,
        "ErrorResponse": dict,
        "Literal": Literal,
        "RequestResponseMetadata": types.SimpleNamespace,
        "VIDEO_ABORT_TIMEOUT_S": 2.0,
        "EngineDeadError": EngineDeadError,
        "EngineGenerateError": EngineGenerateError,
        "create_error_response": failure_of,
        "Omnivideo": lambda request: request.app.state.openai_serving_video,
        "asyncio": asyncio,
        "json": json,
        "logger": logging.getLogger("vllm_omni"),
        "random_uuid": lambda: uuid.uuid4().hex,
        "router": router,
        "time": time,
        "uuid": uuid,
    }
    exec(compile(tree, "api_server", "exec"), names)


class Engine:
    """What the routes use of an engine."""

    model_name = "stub-model"
    stage_configs = ()
    supports_mixed_reference_inputs = True
    supports_latent_mask_editing = False
    supported_control_upload_types = ()

    def set_stage_configs_if_missing(self, configs):
        pass

    async def abort_request(self, id_):
        pass

    async def generate_video_bytes(self, request, _id, on_started=None, **_):
        if on_started:
            await on_started()
        await asyncio.sleep(0.3)
        if "REFUSE" in request.prompt:
            raise errors.OmniClientError("the engine was told to refuse")
        if "FAIL" in request.prompt:
            raise RuntimeError("the engine was told to fail")
        return VIDEO, {"diffuse": 0.3}, 1024.0, None


load_routes()
app = fastapi.FastAPI()
app.include_router(router)
app.state.openai_serving_video = Engine()
app.state.api_server_count = 1
app.add_api_route("/health", lambda: Response(status_code=200))


@app.exception_handler(fastapi.HTTPException)
async def on_http_error(_, error):
    status = error.status_code
    return JSONResponse(envelope(error.detail, HTTPStatus(status).phrase, status), status)


@app.exception_handler(RequestValidationError)
async def on_invalid(_, error):
    place = ".".join(map(str, error.errors()[0]["loc"]))
    message = f"{len(error.errors())} validation errors"
    return JSONResponse(envelope(message, "Bad Request", 400, place), 400)


@app.exception_handler(ValueError)  # so also pydantic's, within the parser of the form
async def on_value_error(_, error):
    return JSONResponse(envelope(error, "BadRequestError", 400), 400)


uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
