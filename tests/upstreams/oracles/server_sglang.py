"""Serve SGLang Diffusion's own routes with an engine that renders nothing: `PORT` of loopback.

The routes, their forms, answers and records of jobs are the vendor's, from its package. What they
import of the engine is replaced, so neither a GPU nor its libraries are needed. A job takes 0.3 s;
one whose prompt contains FAIL fails.
"""

import asyncio
import importlib.abc
import importlib.util
import sys
import tempfile
import types
import uuid
from pathlib import Path
from unittest.mock import MagicMock

ENGINE = "sglang.multimodal_gen"
ROUTES = f"{ENGINE}.runtime.entrypoints.openai"
REAL = {f"{ROUTES}.{name}" for name in ("video_api", "utils", "protocol", "stores")}
REAL.add(f"{ENGINE}.runtime.utils.image_io")
VIDEO = b"\0\0\0\x18ftypmp42" + bytes(64)
FOLDER = Path(tempfile.mkdtemp(prefix="sglang-"))
PACKAGES = next(Path(place) for place in sys.path if (Path(place) / "sglang").is_dir())


class Replaced(types.ModuleType):
    """A module of the engine: it has every name, and does nothing."""

    __path__ = ()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return MagicMock(name=name)


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Load the real modules from their files, and replace all others of the package."""

    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] != "sglang":
            return None
        return importlib.util.spec_from_loader(name, self, is_package=name not in REAL)

    def create_module(self, spec):
        return None if spec.name in REAL else Replaced(spec.name)

    def exec_module(self, module):
        if module.__name__ in REAL:
            file = PACKAGES / (module.__name__.replace(".", "/") + ".py")
            exec(compile(file.read_text("utf-8"), str(file), "exec"), vars(module))


class Parameters:
    """What the routes use of a model's parameters."""

    prompt_optional = False
    data_type = None

    def __init__(self, job_id, request):
        self.rid, self.prompt = job_id, request.prompt
        self.width, self.height = (int(side) for side in (request.size or "832x480").split("x"))
        self.fps = request.fps or 24
        self.num_frames = request.num_frames or self.fps * (request.seconds or 4)
        if self.num_frames <= 0:
            raise ValueError("num_frames must be positive")

    def output_file_path(self):
        return str(FOLDER / f"{self.rid}.mp4")

    def prepare_video_request_for_queue(self, batch):
        pass

    def expand_video_request_outputs_for_queue(self, batch):
        return None

    def project_video_queued_job_fields(self, batch):
        return {}

    def validate_video_final_outputs(self, paths, batch):
        return {}

    def cleanup_video_request(self, batch):
        pass


def replace(name, **names):
    module = Replaced(name)
    vars(module).update(names)
    sys.modules[name] = module


options = types.SimpleNamespace(
    served_model_name="stub-model", input_save_path=str(FOLDER), output_path=str(FOLDER)
)
replace(
    f"{ENGINE}.configs.sample.sampling_params",
    SamplingParams=Parameters,
    DataType=MagicMock(),
    generate_request_id=lambda: str(uuid.uuid4()),
)
replace(f"{ENGINE}.runtime.server_args", get_global_server_args=lambda: options)
replace(f"{ENGINE}.runtime.pipelines_core.schedule_batch", Req=object, OutputBatch=object)
replace("sglang.srt.observability.trace", extract_trace_headers=lambda _: None)
sys.meta_path.insert(0, Finder())

import fastapi  # noqa: E402 - after the finder
import uvicorn  # noqa: E402

routes = importlib.import_module(f"{ROUTES}.video_api")


async def render(_client, batch, scheduler_batches=None):
    await asyncio.sleep(0.3)
    wanted = batch.sampling_params
    if "FAIL" in wanted.prompt:
        raise RuntimeError("the engine was told to fail")
    path = Path(wanted.output_file_path())
    await asyncio.to_thread(path.write_bytes, VIDEO)
    return [wanted.output_file_path()], types.SimpleNamespace()


async def same_prompt(_request, prompt, **_):
    return prompt


async def not_uploaded(_):
    return None


def prepared(sampling_params, **_):
    return types.SimpleNamespace(
        sampling_params=sampling_params, num_outputs_per_prompt=1, extra={}
    )


vars(routes).update(
    _build_video_sampling_params=Parameters,
    process_generation_batch=render,
    maybe_enhance_prompt=same_prompt,
    resolve_sampling_params_cls=lambda _: Parameters,
    get_declared_request_extra_fields=lambda *_: (),
    cloud_storage=types.SimpleNamespace(upload_and_cleanup=not_uploaded),
    add_common_data_to_response=lambda fields, **_: {**fields, "inference_time_s": 0.3},
    prepare_request=prepared,
)
app = fastapi.FastAPI()
app.include_router(routes.router)
app.add_api_route("/health", lambda: {"status": "ok"})
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
