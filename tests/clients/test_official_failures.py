"""The newest official Python package meets the failures of the test kit."""

from __future__ import annotations

import json

import pytest

from tests.clients.installed import PROGRAMS, installed, output
from tests.service import serve_process

pytestmark = pytest.mark.clients

DEFAULT = "OpenRouterDefaultError"
FOUND = {
    "bad_request": ["BadRequestResponseError", 400],
    "unauthorized": ["UnauthorizedResponseError", 401],
    "out_of_credit": ["PaymentRequiredResponseError", 402],
    "flagged": ["ForbiddenResponseError", 403],
    "no_endpoints": ["NotFoundResponseError", 404],
    "request_timeout": [DEFAULT, 408],
    "conflict": [DEFAULT, 409],
    "too_large": ["PayloadTooLargeResponseError", 413],
    "rate_limited": ["TooManyRequestsResponseError", 429],
    "server_error": ["InternalServerResponseError", 500],
    "bad_gateway": [DEFAULT, 502],
    "unavailable": ["ServiceUnavailableResponseError", 503],
    "edge_timeout": [DEFAULT, 524],
    "overloaded": [DEFAULT, 529],
    "zod_error": ["ResponseValidationError", 400],
    "html": [DEFAULT, 502],
    "garbage": [DEFAULT, 200],
    "reset": ["ReadError", None],
    "hang": ["ReadTimeout", None],
    "failed=Out of film": ["failed", "Out of film"],
    "moderated": ["failed", "The generated video was blocked by the provider's content moderation"],
    "expired": ["expired", "The job expired"],
    "cancelled": ["cancelled", "Cancelled"],
}


def test_the_official_package_raises_what_it_raises_for_the_original(tmp_path):
    official = installed("official-1.3.84")
    with serve_process("--testing", "--data-dir", tmp_path) as (_, api):
        program = PROGRAMS / "official_failures.py"
        found = json.loads(output(official / "bin" / "python", program, api, *FOUND))
    assert found.pop("retried") == [503, 503, 202]
    assert found == FOUND
