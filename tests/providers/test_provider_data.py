"""What the data of each provider says, and what its endpoints cannot do."""

from __future__ import annotations

import pytest

from rushes.catalog.endpoint import ANY
from rushes.catalog.model import load_catalog
from rushes.catalog.provider_data import load_providers
from tests.contract.cases import each
from tests.providers.conftest import unconnected
from tests.providers.endpoint_requests import problems

# Providers of which the first endpoint, or every one, has the problem that a caller must read.
FIRST_BLAMES = {"black-forest-labs", "luma", "runway"}
ALL_BLAME = {"minimax"}


@pytest.mark.parametrize("slug", load_providers())
def test_endpoints_are_of_the_catalog_and_have_options_of_the_provider(slug):
    data = load_providers()[slug]
    for endpoint in data.endpoints:
        assert endpoint.model == ANY or load_catalog().get(endpoint.model).id == endpoint.model
        assert endpoint.options is not None or slug not in {"alibaba", "google-vertex"}
        assert endpoint.options is None or endpoint.options <= data.options
        if endpoint.successor is not None:
            assert load_catalog().get(endpoint.successor)


@each(lambda case: case.refused)
def test_no_endpoint_does_what_must_be_refused(case, name):
    body, field = case.refused[name]
    found = [problem for _, problem in problems(unconnected(case), body)]
    assert found
    assert None not in found
    blamed = [problem.partition(":")[0] for problem in found]
    assert field in blamed
    assert blamed[0] == field or case.slug not in FIRST_BLAMES
    assert set(blamed) == {field} or case.slug not in ALL_BLAME
