"""A stub server that remembers its jobs: they are completed once `finishing` and polled again."""

from __future__ import annotations

from typing import Any

from tests.fakes.stub_server import Answer, Request, StubServer, rushes_answer, video_answer

VIDEOS = "/api/v1/videos"
MODEL = {
    "id": "google/veo-3.1",
    "canonical_slug": "google/veo-3.1",
    "name": "Veo",
    "created": 1,
    "supported_durations": [4, 6, 8],
    "generate_audio": False,
    "pricing_skus": {"duration_seconds": "0.1"},
    "allowed_passthrough_parameters": [],
}
QUOTE = {"model": "google/veo-3.1", "cost": 0.4, "currency": "USD", "size": "1280x720"}


class JobService(StubServer):
    """`bodies` are the requests for jobs that were accepted."""

    def __init__(self) -> None:
        super().__init__(
            ("GET", f"{VIDEOS}/models", rushes_answer({"data": [MODEL]})),
            ("POST", f"{VIDEOS}/quote", rushes_answer(QUOTE)),
            ("POST", VIDEOS, self.submit),
        )
        self.jobs: dict[str, dict[str, Any]] = {}
        self.bodies: list[Any] = []
        self.finishing = True

    def submit(self, request: Request) -> Answer:
        self.bodies.append(request.json)
        job_id = f"gen-vid-{len(self.bodies)}"
        path = f"{VIDEOS}/{job_id}"
        self.jobs[job_id] = {"id": job_id, "polling_url": path, "status": "pending"}
        self.route("GET", path, lambda _: self._poll(job_id))
        self.route("GET", f"{path}/content", video_answer())
        return rushes_answer(self.jobs[job_id], 202)

    def _poll(self, job_id: str) -> Answer:
        if self.finishing:
            self.jobs[job_id] |= {"status": "completed", "usage": {"cost": 0.4}}
        return rushes_answer(self.jobs[job_id])
