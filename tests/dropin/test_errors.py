"""The class of an error, for each status of each operation, beside the official package's."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import pytest

from openrouter import errors
from rushes.sdk.errors.status import BY_STATUS
from tests.dropin import error_table

OFFICIAL = json.loads(Path(__file__).with_name("official_errors.json").read_text("utf-8"))
CELLS = [
    (operation, int(status), kind, name)
    for operation, kinds in OFFICIAL.items()
    for kind, row in kinds.items()
    for status, name in row.items()
]


def test_the_table_is_whole() -> None:
    assert OFFICIAL.keys() == error_table.OPERATIONS.keys()
    assert len(CELLS) == 6 * 19 * 2
    assert {status for _, status, _, _ in CELLS} == {*BY_STATUS, 418}


@pytest.mark.parametrize("operation", error_table.OPERATIONS)
def test_an_error_is_what_the_official_one_is_and_what_its_status_says(operation: str) -> None:
    for _, status, kind, name in (cell for cell in CELLS if cell[0] == operation):
        error = error_table.raised(operation, status, kind)
        assert isinstance(error, getattr(errors, name)), (status, kind)
        assert isinstance(error, BY_STATUS.get(status, errors.OpenRouterDefaultError))
        # Nothing else: `except OpenRouterDefaultError` must not catch what has a class.
        assert isinstance(error, errors.OpenRouterDefaultError) is (
            name == "OpenRouterDefaultError"
        )
        assert (error.status_code, error.message) == (status, "Not today")
        assert error.data is not None
        assert error.data.error.code == status
        for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):
            assert type(other) is type(error)
            assert (str(other), repr(other)) == (str(error), repr(error))


def test_the_table_is_the_official_package_s(new_environment, real_wheels) -> None:
    environment = new_environment("errors")
    environment.install(*real_wheels)
    assert environment.run(Path(error_table.__file__).read_text("utf-8")) == OFFICIAL
