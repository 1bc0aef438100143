"""What a notebook shows: one kernel, and the messages that it sends to whatever shows them."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import av
import nbformat
import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager, start_new_kernel
from nbclient import NotebookClient

from openrouter import OpenRouter
from rushes.sdk import VideoGrid, _notebook_progress
from rushes.wire import VideoGenerationResponse
from tests.fakes.stub_server import (
    HANG_UP,
    JOB_ID,
    StubServer,
    error_answer,
    job_answer,
    video_answer,
)
from tests.mp4 import minimal_mp4

VIDEO = minimal_mp4(bytes(1000))
NOTEBOOK = Path(__file__).parents[2] / "examples" / "notebook.ipynb"
SECONDS = 60  # that a cell may take on a busy machine
SUBMIT = "videos.generate_and_wait(model='m', prompt='p', poll_interval=0.01, progress=True)"
WAIT = f"videos.wait('{JOB_ID}', poll_interval=0.01, progress=True)"
# A bar of rich, or a widget, would not work everywhere.
IMPORTS = """
import sys
sys.modules["rich"] = sys.modules["ipywidgets"] = None
from rushes import OpenRouter
"""
DISPLAYS = {"display_data", "update_display_data"}
OUTPUTS = DISPLAYS | {"execute_result", "stream", "error"}
SIGNED = "https://media.example/v.mp4?signature=secret"
DATA_URL = re.compile(r'src="data:video/mp4;base64,([^"]+)"')

Message = dict[str, Any]


class Kernel:
    """A kernel with a client of a stub server."""

    def __init__(self, manager: KernelManager, client: BlockingKernelClient) -> None:
        self.manager = manager
        self._client = client

    def run(self, code: str, then: Callable[[Message], object] = lambda _: None) -> list[Message]:
        """Run a cell; return the messages about its output, each after `then` has seen it."""
        messages: list[Message] = []

        def take(message: Message) -> None:
            if message["msg_type"] in OUTPUTS:
                messages.append(message)
                then(message)

        self._client.execute_interactive(code, timeout=SECONDS, output_hook=take)
        return messages

    def shown(self, code: str, then: Callable[[Message], object] = lambda _: None) -> list[str]:
        """Run a cell; return what its one output has shown, in order, as HTML."""
        messages = [m for m in self.run(code, then) if m["msg_type"] in DISPLAYS]
        assert len({m["content"]["transient"]["display_id"] for m in messages}) == 1
        assert [m["msg_type"] for m in messages].count("display_data") == 1
        assert all(m["content"]["data"]["text/plain"] for m in messages)
        return [m["content"]["data"]["text/html"] for m in messages]

    def lead_to(self, stub: StubServer) -> None:
        arguments = f"'sk-or-secret', server_url={stub.url!r}"
        assert self.run(f"videos = OpenRouter({arguments}).video_generation") == []


@pytest.fixture(scope="module")
def shared_kernel() -> Iterator[Kernel]:
    manager, client = start_new_kernel(SECONDS)
    kernel = Kernel(manager, client)
    assert kernel.run(IMPORTS) == []
    yield kernel
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture
def kernel(shared_kernel: Kernel, stub: StubServer) -> Kernel:
    shared_kernel.lead_to(stub)
    return shared_kernel


def rushes(**fields: Any) -> dict[str, Any]:
    return {"status": "in_progress", "rushes": {"prompt": "A <sea>", "quote": 1.6, **fields}}


def test_a_job_is_shown_while_it_runs_and_then_how_it_ended(
    kernel: Kernel, stub: StubServer
) -> None:
    stub.script(
        job_answer(202),
        job_answer(**rushes(progress=0)),
        job_answer(**rushes(progress=0.5) | {"status": "making <it>"}),
        job_answer(status="completed", usage={"cost": 0.0375}, rushes={"model": "m&m"}),
    )
    submitting, pending, preparing, half, done = kernel.shown(SUBMIT)
    assert "<b>submitting</b>" in submitting
    assert "<b>pending</b>" in pending
    assert JOB_ID in pending
    assert "<b>preparing</b> · $1.60 expected" in preparing
    assert '<progress max="1" aria-label="preparing"' in preparing
    assert "A &lt;sea&gt;" in preparing
    assert "<b>making &lt;it&gt;</b> · 50% · $1.60 expected" in half
    assert 'value="0.500"' in half
    assert "✓</span> <b>completed</b> · $0.0375" in done
    assert "m&amp;m" in done
    assert "<progress" not in done


@pytest.mark.parametrize("beginning", ["", "await "])
def test_a_failed_job_says_why(kernel: Kernel, stub: StubServer, beginning: str) -> None:
    stub.script(job_answer(), job_answer(status="failed", error="out of <film>"))
    cell = beginning + (WAIT.replace("wait(", "wait_async(") if beginning else WAIT)
    messages = kernel.run(cell)
    assert messages[-1]["content"]["ename"] == "GenerationFailedError"
    *_, html = [m["content"]["data"]["text/html"] for m in messages if m["msg_type"] in DISPLAYS]
    assert "✗</span> <b>failed</b>" in html
    assert "out of &lt;film&gt;" in html
    assert "<progress" not in html


@pytest.mark.parametrize("beginning", ["", "await "])
def test_an_interrupted_wait_says_how_to_continue(
    kernel: Kernel, stub: StubServer, beginning: str
) -> None:
    stub.route("GET", f"/api/v1/videos/{JOB_ID}", job_answer())

    def interrupt(message: Message) -> None:
        if "pending" in str(message["content"].get("data")):
            kernel.manager.interrupt_kernel()

    cell = beginning + (WAIT.replace("wait(", "wait_async(") if beginning else WAIT)
    *_, html = kernel.shown(cell, interrupt)
    assert "✗</span> <b>interrupted</b>" in html
    assert f"The job goes on; video_generation.wait(&#x27;{JOB_ID}&#x27;) continues" in html


@pytest.mark.parametrize(
    ("cell", "answers", "words"),
    [
        (
            SUBMIT,
            [error_answer(400, "no <such> model")],
            ["no &lt;such&gt;", "Nothing was submitted"],
        ),
        (SUBMIT, [HANG_UP], ["The job may exist and be charged"]),
        (WAIT, [error_answer(401, "wrong key")], ["wrong key", "The job goes on"]),
        (WAIT.replace("progress", "timeout=0, progress"), [job_answer()], ["The job goes on"]),
    ],
)
def test_a_call_that_stops_says_what_is_known(
    kernel: Kernel, stub: StubServer, cell: str, answers: list[Any], words: list[str]
) -> None:
    stub.script(*answers)
    *_, html = kernel.shown(cell)
    assert "<b>stopped</b>" in html
    assert all(word in html for word in words)
    assert "sk-or-secret" not in html


def test_a_download_is_shown(kernel: Kernel, stub: StubServer, tmp_path: Path) -> None:
    stub.script(video_answer(VIDEO), error_answer(410, "gone <for good>"))
    cell = f"videos.download('{JOB_ID}', {str(tmp_path / 'a.mp4')!r}, progress=True)"
    downloading, *_, done = kernel.shown(cell)
    assert "<b>downloading</b>" in downloading
    assert "✓</span> <b>downloaded</b> · 0.0 MB" in done
    *_, failed = kernel.shown(cell.replace("a.mp4", "b.mp4"))
    assert "✗</span> <b>stopped</b>" in failed
    assert "gone &lt;for good&gt;" in failed


def test_nothing_is_shown_unasked(kernel: Kernel, stub: StubServer) -> None:
    stub.script(job_answer(), job_answer(status="completed"))
    [result] = kernel.run(f"{WAIT.replace('progress=True', '')}.status")
    assert result["content"]["data"] == {"text/plain": "'completed'"}


def test_a_front_end_that_cannot_show_it_does_not_end_the_call(
    stub: StubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_notebook_progress, "is_notebook", lambda: True)

    def no_display(_: str) -> None:
        raise RuntimeError

    monkeypatch.setattr(_notebook_progress.importlib, "import_module", no_display)
    stub.script(job_answer(202), job_answer(status="completed"))
    with OpenRouter("k", server_url=stub.url) as client:
        job = client.video_generation.generate_and_wait(model="m", prompt="p", progress=True)
    assert job.succeeded


class TestProgress:
    """Without a kernel: what is shown when, by a clock of the test."""

    def setup_method(self) -> None:
        self.now = 0.0
        self.states: list[str] = []
        self.progress = _notebook_progress.JobProgress("a", lambda: self.now)
        self.progress._handle = self

    def update(self, bundle: dict[str, str], *, raw: bool) -> None:
        assert raw
        self.states.append(bundle["text/plain"])

    def job(self, now: float, **extension: Any) -> None:
        self.now = now
        fields = {"id": "a", "polling_url": "", "status": "in_progress", "rushes": extension}
        self.progress.job(VideoGenerationResponse(**fields))

    def test_the_time_left_is_estimated_from_the_first_progress_on(self) -> None:
        for now, done in [(1, 0), (20, 0.1), (20.05, 0.11), (21, 0.2), (91, 0.3), (92, 7)]:
            self.job(now, progress=done)
        self.job(93)
        assert self.states == [
            "preparing · a",
            "in progress · 10% · a",
            "in progress · 20% · about 8 s left · a",
            "in progress · 30% · about 4 min 8 s left · a",
            "in progress · 100% · about 0 s left · a",
            "in progress · 1 min 33 s · a",
        ]

    @pytest.mark.parametrize("number", [float("nan"), float("inf"), True, "1", None])
    def test_what_is_no_number_is_not_shown(self, number: Any) -> None:
        self.job(0, progress=number, quote=number)
        assert self.states == ["in progress · a"]

    def test_nothing_is_done_before_the_beginning(self) -> None:
        self.job(0, progress=-1)
        assert self.states == ["in progress · a"]


def test_several_videos_are_one_output(stub: StubServer) -> None:
    stub.script(
        job_answer(status="completed", urls=[SIGNED]),
        job_answer(status="failed", error="no <luck>"),
    )
    stub.script(video_answer(VIDEO), video_answer(VIDEO), video_answer(bytes(20_000_000)))
    with OpenRouter("k", server_url=stub.url) as client:
        videos = client.video_generation
        done, failed = (videos.get_generation(job_id=JOB_ID) for _ in range(2))
        html = VideoGrid({"<One>": done, "Two": done, "Three": done, "Four": failed})._repr_html_()
        with pytest.raises(TypeError, match="resume"):
            VideoGrid([VideoGenerationResponse(**done.model_dump())])  # type: ignore[list-item]
        with pytest.raises(ValueError, match="columns"):
            VideoGrid([done], columns=0)
        assert "repeat(2,1fr)" in VideoGrid([failed], columns=2)._repr_html_()
    assert [base64.b64decode(found) for found in DATA_URL.findall(html)] == [VIDEO, VIDEO]
    assert "save() it" in html  # together they would be above the bound
    assert "&lt;One&gt;" in html
    assert "no &lt;luck&gt;" in html
    assert "secret" not in html
    assert repr(VideoGrid([done])) == f"{JOB_ID}: completed"


def test_results_of_a_batch_have_their_prompts(stub: StubServer) -> None:
    stub.script(error_answer(400, "no <such> model"))
    with OpenRouter("k", server_url=stub.url) as client:
        grid = VideoGrid(
            client.video_generation.batch_generate([{"model": "m", "prompt": "A & B"}])
        )
    assert "A &amp; B<br>" in grid._repr_html_()
    assert "no &lt;such&gt; model" in grid._repr_html_()
    assert repr(grid).startswith("A & B: no <such> model")


def notebook(emulation: str) -> Any:
    found: Any = nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]
    [chosen] = [c for c in found.cells if "parameters" in c.metadata.get("tags", [])]
    chosen.source = f"emulation = {emulation!r}"
    return found


def test_the_example_is_saved_without_outputs_and_draws_its_videos() -> None:
    found = notebook("instant")
    assert all(not c.outputs and c.execution_count is None for c in found.cells if "outputs" in c)
    assert 'emulation = "render"' in NOTEBOOK.read_text("utf-8").replace("\\", "")


def test_the_example_runs(shared_kernel: Kernel) -> None:
    found = notebook("instant")
    client = NotebookClient(found, km=shared_kernel.manager, timeout=SECONDS)
    client.execute()
    client.kc.stop_channels()
    outputs = {cell.id: cell.outputs for cell in found.cells if cell.cell_type == "code"}
    everything = [output for each in outputs.values() for output in each]
    assert not [o for o in everything if o.output_type == "error" or o.get("name") == "stderr"]
    assert "google/veo-3.1" in outputs["models"][0].text
    assert outputs["quote"][0].text == "1280x720, 4 s, sound: True, $1.60\n"
    [progress] = outputs["generate"]
    assert "<b>completed</b> · $1.60" in progress.data["text/html"]
    for cell, count in (("play", 1), ("image-to-video", 1), ("batch", 3)):
        html = outputs[cell][-1].data["text/html"]
        found_videos = DATA_URL.findall(html)
        assert len(found_videos) == count
        assert html.count("poster=") == count
        assert {size_and_frames(base64.b64decode(video)) for video in found_videos} == {
            (1280, 720, 96)
        }
    assert "image/png" in outputs["last-frame"][0].data
    failure, name = outputs["failure"]
    assert "<b>failed</b>" in failure.data["text/html"]
    assert name.text.startswith("GenerationFailedError of gen-vid-")
    assert outputs["again"][-1].data["text/plain"] == "True"
    assert "signature=" not in nbformat.writes(found)  # type: ignore[no-untyped-call]


def size_and_frames(video: bytes) -> tuple[int, int, int]:
    with av.open(io.BytesIO(video)) as opened:
        stream = opened.streams.video[0]
        return stream.width, stream.height, sum(1 for _ in opened.decode(video=0))
