from __future__ import annotations

import pytest

from tests.s3 import environment, make_bucket, running_s3


@pytest.fixture(scope="session")
def s3_endpoint():
    with running_s3() as endpoint:
        yield endpoint


@pytest.fixture
def s3_environment(s3_endpoint, monkeypatch):
    for name, value in environment(s3_endpoint).items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.fixture
def bucket(s3_endpoint, s3_environment):
    return make_bucket(s3_endpoint)
