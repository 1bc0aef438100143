"""ComfyUI as a provider: workflows of the operator, whose values a request gives."""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from rushes.providers.answer import Answer, UnreadableError
from rushes.providers.base import (
    Cancellation,
    LostError,
    RefusedError,
    RestartedError,
    TransientError,
    UnknownOutcomeError,
    UnreachableError,
    UpstreamJob,
)
from rushes.providers.comfyui import ComfyUIProvider
from rushes.providers.comfyui_template import Slots, load_templates
from rushes.settings import SettingError
from tests.docs.pages import ROOT, blocks_of
from tests.fakes.accounts import account_of
from tests.fakes.stub_server import Answer as StubAnswer, StubServer, json_answer
from tests.providers.comfyui_templates import FRAMES, TEXT, WORKFLOW, write, write_all
from tests.providers.conftest import BeforeSendHook
from tests.providers.endpoint_requests import JSON, finish, video
from tests.providers.self_hosting import MODEL, PICTURE, create as create_job, frames, request_for
from tests.upstreams.comfyui import ComfyUI
from tests.upstreams.serving import running

JOB = UpstreamJob("5e2cf3a2-6c0e-5e43-9bd5-0c7d8a8f4b11", MODEL, "text")


@pytest.fixture(scope="module")
def comfy():
    with running(ComfyUI(render=0.05)) as served:
        yield served


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    return write_all(tmp_path_factory.mktemp("comfyui") / "templates")


@pytest.fixture
def connect(keep, templates):
    def connect(url, place=templates):
        return keep(ComfyUIProvider(account_of("comfyui", url, settings={"templates": place})))

    return connect


async def create(provider, /, **fields):
    return await create_job(provider, **{"generate_audio": False} | fields)


async def test_a_request_fills_in_the_workflow(connect, comfy):
    upstream, url = comfy
    provider = connect(url)
    options = {"options": {"comfyui": {"negative_prompt": "rain", "steps": 30, "cfg": 4}}}
    prompt = 'A koi pond, ["38", 0]'
    job = await create(provider, prompt=prompt, duration=5, seed=-7, provider=options)
    expected = json.loads(json.dumps(WORKFLOW))
    expected["6"]["inputs"]["text"] = prompt
    expected["7"]["inputs"]["text"] = "rain"
    expected["40"]["inputs"] |= {"width": 1280, "height": 720, "length": 81}
    expected["57"]["inputs"] |= {"noise_seed": 2**64 - 7, "steps": 30, "cfg": 4}
    expected["58"]["inputs"]["noise_seed"] = 2**64 - 7
    body = upstream.accepted[-1].body
    assert body == {"prompt": expected, "prompt_id": job.id, "client_id": job.id}
    progress = await finish(provider, job)
    assert progress.cost == Decimal(0)
    data = await video(provider, job)
    assert data[4:8] == b"ftyp"
    assert await video(provider, job, 100) == data[100:]


async def test_pictures_are_uploaded_once_and_under_no_name_of_the_callers(connect, comfy):
    upstream, url = comfy
    provider = connect(url)
    given = frames("first_frame", "last_frame")
    job = await create(provider, frame_images=given)
    [(name, picture)] = upstream.uploads.items()
    assert (name[:7], name[-4:], picture) == ("rushes-", ".png", PICTURE)
    graph = upstream.accepted[-1].body["prompt"]
    assert [graph[node]["inputs"]["image"] for node in ("70", "71")] == [name, name]
    await finish(provider, job)
    await create(provider, frame_images=frames("first_frame"))
    assert len(upstream.uploads) == 1


async def test_templates_are_endpoints(connect, comfy):
    found = {each.upstream_model: each for each in connect(comfy[1]).endpoints()}
    inputs = {name: sorted(each.inputs) for name, each in found.items()}
    assert inputs == {"text": ["text"], "first": ["first_frame"], "frames": ["both_frames"]}
    assert {each.model for each in found.values()} == {MODEL}
    assert found["text"].options == {"negative_prompt", "steps", "cfg", "add_noise"}
    assert (found["text"].seed, found["text"].audio) == (True, "never")


@pytest.mark.parametrize(
    ("option", "value", "kind"),
    [
        ("negative_prompt", ["38", 0], "a string"),
        ("steps", "20", "a number"),
        ("steps", True, "a number"),
        ("cfg", float("inf"), "a number"),
        ("add_noise", 1, "a boolean"),
    ],
)
async def test_an_option_has_the_type_that_the_workflow_has(connect, comfy, option, value, kind):
    options = {"options": {"comfyui": {option: value}}}
    with pytest.raises(RefusedError, match=f"{option} must be {kind}") as caught:
        await create(connect(comfy[1]), provider=options)
    assert caught.value.cause == "input"


async def test_a_job_that_fails_says_which_node(connect, comfy):
    provider = connect(comfy[1])
    job = await create(provider, prompt="[fault:fail=out of memory]")
    with pytest.raises(RefusedError, match=r"out of memory \(KSampler\)") as caught:
        await finish(provider, job)
    assert (caught.value.cause, caught.value.cost) == ("failed", Decimal(0))


async def test_what_comfyui_refuses_is_not_rendered(connect, comfy, tmp_path):
    upstream, url = comfy
    accepted = len(upstream.accepted)
    broken = TEXT | {"workflow": {**WORKFLOW, "60": {"class_type": "CreateVideo", "inputs": {}}}}
    del broken["workflow"]["61"]
    broken |= {"output": "60"}
    provider = connect(url, write(tmp_path, text=broken))
    with pytest.raises(RefusedError, match="no outputs") as caught:
        await create(provider)
    assert caught.value.cause == "input"
    assert len(upstream.accepted) == accepted


@pytest.mark.parametrize(
    "prompt", ["[fault:reset-after-accept]", "[fault:garbage]", "[fault:duplicate-id]"]
)
async def test_a_lost_response_is_found_by_the_id(connect, comfy, prompt):
    upstream, url = comfy
    provider = connect(url)
    request = request_for(provider, prompt=prompt, generate_audio=False)
    with pytest.raises(UnknownOutcomeError):
        await provider.create(request, BeforeSendHook())
    found = await provider.find(request.key, request.model)
    assert found.id == upstream.accepted[-1].id
    accepted, hook = len(upstream.accepted), BeforeSendHook()
    job = await provider.create(request, hook)  # as after a crash
    assert job == replace(found, upstream_model="text")
    assert (len(upstream.accepted), len(hook.seen)) == (accepted, 1)
    await finish(provider, job)
    assert (await provider.find(request.key, request.model)).id == job.id


async def test_what_was_never_accepted_is_not_found(connect, comfy):
    assert await connect(comfy[1]).find("a key of nobody", MODEL) is None


async def test_an_instance_that_restarted_has_lost_its_jobs(connect, comfy):
    with pytest.raises(LostError, match="may have restarted") as caught:
        await connect(comfy[1]).poll(JOB)
    assert not isinstance(caught.value, RestartedError)  # attempts are counted


async def test_a_video_that_was_deleted_is_lost(connect, comfy):
    provider = connect(comfy[1])
    job = await create(provider, prompt="[fault:missing]")
    await finish(provider, job)
    with pytest.raises(LostError, match="could not be downloaded"):
        await video(provider, job)


async def test_a_job_is_stopped_as_it_waits_and_as_it_runs(connect):
    with running(ComfyUI(render=0)) as (upstream, url):
        provider = connect(url)
        waiting = await create(provider, prompt="[fault:render=60]")
        assert (await provider.poll(waiting)).phase == "queued"
        assert await provider.cancel(waiting) == Cancellation("stopped", Decimal(0))
        with pytest.raises(LostError):
            await provider.poll(waiting)
        going = await create(provider, prompt="[fault:render=60]")
        upstream.accepted[-1].began -= 40
        assert (await provider.poll(going)).phase == "running"
        assert await provider.cancel(going) == Cancellation("stopped", Decimal(0))
        with pytest.raises(RefusedError, match="was interrupted"):
            await provider.poll(going)
        assert await provider.cancel(going) == Cancellation("stopped", Decimal(0))


async def test_an_old_version_stops_only_our_job(connect):
    with running(ComfyUI(render=0, old=True)) as (upstream, url):
        provider = connect(url)
        other = await create(provider, prompt="[fault:render=60]")
        upstream.accepted[-1].began -= 40
        ours = await create(provider, prompt="[fault:render=60]")
        assert (await provider.cancel(ours)).outcome == "stopped"
        assert [job.state for job in upstream.accepted] == ["running", "cancelled"]
        assert (await provider.cancel(other)).outcome == "stopped"
        assert upstream.accepted[0].state == "cancelled"
        assert upstream.requests["POST /interrupt"] == 1


async def test_an_instance_that_is_off_is_unreachable(connect):
    hook = BeforeSendHook()
    with StubServer() as server:
        provider = connect(server.url)
        server.script(StubAnswer(404, b"<html>404</html>"))
        with pytest.raises(UnreachableError):
            await provider.create(request_for(provider, generate_audio=False), hook)
    with pytest.raises(UnreachableError):
        await provider.create(request_for(provider, generate_audio=False), hook)
    assert hook.seen == []


@pytest.mark.parametrize(
    ("status", "error"), [(400, RefusedError), (413, RefusedError), (500, UnreachableError)]
)
async def test_a_picture_that_is_not_stored(connect, status, error):
    hook = BeforeSendHook()
    queue = json_answer({"queue_running": [], "queue_pending": []})
    with StubServer() as server:
        provider = connect(server.url)
        request = request_for(provider, generate_audio=False, frame_images=frames("first_frame"))
        server.script(queue, json_answer({}), StubAnswer(status))
        with pytest.raises(error):
            await provider.create(request, hook)
    assert hook.seen == []


@pytest.mark.parametrize("fault", ["poll-500", "poll-429", "poll-garbage"])
async def test_a_poll_that_fails_is_repeated(connect, comfy, fault):
    provider = connect(comfy[1])
    job = await create(provider, prompt=f"[fault:{fault}] [fault:render=0]")
    with pytest.raises(TransientError):
        await finish(provider, job)
    await finish(provider, job)


def entry_of(files, node="61", **status):
    shown = {"status_str": "success", "completed": True, "messages": []} | status
    return {JOB.id: {"outputs": {node: files}, "status": shown}}


@pytest.mark.parametrize("key", ["images", "gifs", "videos", "anything"])
async def test_a_video_is_found_whatever_its_node_calls_it(connect, comfy, key):
    provider = connect("http://127.0.0.1:1")
    files = [
        {"filename": "a.png", "type": "output"},
        {"filename": "preview.mp4", "type": "temp"},
        {"filename": "b.webm", "subfolder": "x", "type": "output"},
        {"filename": "c &?.mp4", "subfolder": "x/y", "type": "output"},
    ]
    with StubServer() as server:
        provider = connect(server.url)
        server.script(json_answer(entry_of({key: files})))
        call = await provider.locate(JOB)
    assert call.path == "/view?filename=c+%26%3F.mp4&subfolder=x%2Fy&type=output"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (entry_of({"images": [{"filename": "a.png"}]}), "has saved no video"),
        (entry_of({"videos": [{"filename": "a.mp4"}]}, node="9"), "has saved no video"),
        (entry_of({}, status_str="error"), "with an error"),
    ],
)
def test_an_end_without_a_video(templates, body, problem):
    provider = ComfyUIProvider(
        account_of("comfyui", "http://127.0.0.1:1", settings={"templates": templates})
    )
    with pytest.raises(RefusedError, match=problem):
        provider.progress(Answer(200, {}, json.dumps(body).encode()), JOB)


FILE = st.fixed_dictionaries(
    {}, optional={name: st.just("a.mp4") | JSON for name in ("filename", "subfolder", "type")}
)
OUTPUTS = st.dictionaries(st.sampled_from(["61", "9"]), st.dictionaries(st.text(), st.lists(FILE)))
EVENT = st.sampled_from(["execution_error", "execution_interrupted", "execution_success", None])
STATUS = st.fixed_dictionaries(
    {}, optional={"messages": st.lists(st.tuples(EVENT, JSON)) | JSON, "status_str": JSON}
)
ENTRY = st.fixed_dictionaries({}, optional={"outputs": OUTPUTS | JSON, "status": STATUS | JSON})


@given(st.fixed_dictionaries({}, optional={JOB.id: ENTRY | JSON, "prompt_id": JSON}) | JSON)
def test_any_answer_is_understood_or_refused(templates, body):
    provider = ComfyUIProvider(
        account_of("comfyui", "http://127.0.0.1:1", settings={"templates": templates})
    )
    answer = Answer(200, {}, json.dumps(body).encode())
    assert isinstance(provider.meaning(answer), str)
    for read in (lambda: provider.created_id(answer), lambda: provider.progress(answer, JOB)):
        with contextlib.suppress(UnreadableError, RefusedError, LostError):
            read()


# Templates


def test_a_workflow_may_be_a_file_of_its_own(tmp_path):
    named = TEXT | {"workflow": "exported.json"}
    place = write(tmp_path, wan=named, exported=WORKFLOW)
    [(name, template)] = load_templates("comfyui", place).items()
    assert (name, template.workflow) == ("wan", WORKFLOW)
    assert list(load_templates("comfyui", str(tmp_path / "wan.json"))) == ["wan"]


EDITOR = {"nodes": [], "links": [], "version": 0.4}
SLOTS = TEXT["inputs"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"workflow": EDITOR}, "workflow: it is not in ComfyUI's API format"),
        ({"workflow": {}}, "workflow: it is not in ComfyUI's API format"),
        ({"workflow": "missing.json"}, "missing.json: no such file"),
        ({"output": "99"}, "output: the workflow has no node '99'"),
        ({"inputs": SLOTS | {"seed": "99.seed"}}, "seed: the workflow has no node '99'"),
        ({"inputs": SLOTS | {"seed": "57.sed"}}, "seed: node 57 has no input 'sed', only cfg, "),
        ({"inputs": SLOTS | {"speed": "57.cfg"}}, "inputs.speed: Extra inputs are not permitted"),
        ({"options": {"clip": "6.clip"}}, "options.clip: 6.clip has neither text nor a number"),
        ({"fps": None}, "fps: it is needed, because inputs.frames counts frames"),
        ({"inputs": {"prompt": "6.text"}}, "durations: say how long videos are"),
        (
            {"inputs": {"prompt": "6.text"}, "durations": [5]},
            "resolutions: say which resolutions and aspect_ratios it has",
        ),
        ({"frame_step": 0}, "frame_step: Input should be greater than 0"),
    ],
)
def test_a_template_that_cannot_work_is_refused_at_the_start(tmp_path, change, problem):
    place = write(tmp_path, wan=TEXT | change)
    with pytest.raises(SettingError) as caught:
        load_templates("comfyui", place)
    assert f"{problem}" in str(caught.value)
    assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize(
    ("text", "problem"), [("[]", "is not a JSON object"), ("{", "is not JSON"), ("{}", "workflow:")]
)
def test_a_file_that_is_no_template(tmp_path, text, problem):
    (tmp_path / "x.json").write_text(text)
    with pytest.raises(SettingError, match=problem):
        load_templates("comfyui", str(tmp_path))


def test_templates_must_be_there(tmp_path):
    for place, problem in (("", "it is not set"), (str(tmp_path), "there are none in")):
        with pytest.raises(SettingError, match=problem):
            load_templates("comfyui", place)


def test_what_a_workflow_fixes_is_its_only_choice(tmp_path):
    fixed = TEXT | {
        "inputs": {"prompt": "6.text"},
        "durations": [2],
        "resolutions": ["480p"],
        "aspect_ratios": ["16:9"],
        "audio": "always",
    }
    [template] = load_templates("comfyui", write(tmp_path, wan=fixed)).values()
    endpoint = template.endpoint("wan")
    assert (endpoint.durations, endpoint.resolutions, endpoint.aspect_ratios) == (
        (2,),
        ("480p",),
        ("16:9",),
    )
    assert (endpoint.seed, endpoint.audio) == (False, "always")


def test_templates_with_both_frames_and_a_last_frame_alone(tmp_path):
    last = FRAMES["inputs"] | {}
    del last["first_frame"]
    place = write(tmp_path, both=FRAMES, last=FRAMES | {"inputs": last})
    found = {name: each.endpoint(name).inputs for name, each in load_templates("", place).items()}
    assert found == {"both": {"both_frames"}, "last": {"last_frame"}}


def test_the_template_of_the_documentation(tmp_path):
    [block] = [b for b in blocks_of(ROOT / "docs" / "self-hosting.md") if b.language == "json"]
    template = json.loads(block.text)
    inputs = template["inputs"] | template["options"]
    workflow = {template["output"]: {"class_type": "SaveVideo", "inputs": {}}}
    for place in [p for slot in inputs.values() for p in ([slot] if type(slot) is str else slot)]:
        node, _, field = place.partition(".")
        workflow.setdefault(node, {"class_type": "Any", "inputs": {}})["inputs"][field] = 1
    (tmp_path / "exported").mkdir()
    (tmp_path / template["workflow"]).write_text(json.dumps(workflow))
    [found] = load_templates("comfyui", write(tmp_path, wan=template)).values()
    assert found.endpoint("wan").inputs == {"first_frame"}


def test_the_documentation_names_all_inputs_of_templates():
    page = (ROOT / "docs" / "self-hosting.md").read_text("utf-8")
    table = page.partition("| input | value |")[2].partition("\n\n")[0]
    cells = [row.split("|")[1] for row in table.splitlines() if row]
    assert sorted(re.findall(r"`(\w+)`", " ".join(cells))) == sorted(Slots.model_fields)
