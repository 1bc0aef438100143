"""The original's defects that were reproduced, and the tests of what happens here instead."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
# By the number of the probe: what the original does, and the tests that do the same to this one.
DEFECTS: dict[int, dict[str, str]] = {
    1: {"a slow submission makes many paid jobs": "retries.a_slow_submission_is_one_request"},
    2: {
        "a failed submission is repeated blindly": "retries.a_failed_submission_is_one_request",
        "it has no key": "submission.every_submission_has_a_key_of_its_own",
        "an unknown outcome is a failure": "submission.an_unknown_outcome_is_said_to_be_one",
    },
    3: {
        "a refused connection or a mistyped name hangs for an hour": (
            "probes.a_dead_host_is_given_up_after_four_tries"
        ),
        "so does a failing service": "retries.the_last_answer_is_the_one_raised",
        "and an exhausted pool": "secrets.videos_that_were_never_read_are_named_as_the_trouble",
        "many polls time out in the pool": "pools.two_hundred_and_twenty_polls_at_once",
        "and nothing is logged": "configuration.the_log_is_as_loud_as_asked",
    },
    4: {
        "content must be video/mp4": "content.any_video_is_accepted",
        "other content is read whole, as text": "content.an_endless_error_is_cut_off",
        "and put into the message": "content.a_page_is_not_a_video",
        "a part is an error": "content.a_part_is_accepted",
    },
    5: {
        "a success other than 202 loses the job": "calls.any_success_with_a_job_is_accepted",
        "half a body loses it": "calls.a_success_without_an_object_is_refused",
        "a missing address hides its id": "calls.only_the_id_is_indispensable",
        "a changed field loses it": "calls.an_optional_key_of_a_new_type_does_not_lose_the_job",
        "so does a changed error": "calls.an_error_that_became_an_object_is_still_told",
    },
    6: {
        "retried downloads block the pool": (
            "retries.streamed_failures_give_their_connection_back"
        ),
    },
    7: {
        "unread videos block it": ("secrets.videos_that_were_never_read_are_named_as_the_trouble"),
        "dropped ones too": "lending.a_dropped_video_gives_its_connection_back",
        "a response cannot be closed early": "content.closing_early_gives_the_connection_back",
    },
    8: {
        "a day's Retry-After is slept": "retries.a_pause_beyond_a_minute_is_raised_at_once",
        "so is a date in 2100": "retries.the_pause_a_server_asks_for",
        "Retry-After may be infinite": "retries.an_unreadable_wish_is_no_wish",
    },
    9: {"a closed connection ends a poll": "retries.a_read_is_repeated_until_it_works"},
    10: {
        "429 is not retried": "retries.a_read_is_repeated_until_it_works",
        "429 is not typed": "errors.every_status_has_its_class_on_every_operation",
        "the pause asked for is not told": "errors.retry_after_is_readable",
    },
    11: {
        "a trickling body outlasts the timeout": "unanswered.a_body_must_come_in_time",
        "a timeout of nothing is sent": "configuration.a_timeout_is_positive",
    },
    12: {
        "an error in a success is a dump": "calls.an_error_inside_a_success_is_raised_as_that_error"
    },
    13: {
        "unknown providers and keys are dropped": (
            "calls.generate_sends_what_was_given_and_nothing_else"
        ),
    },
    14: {
        "an id changes the path": "calls.job_ids_are_one_path_segment",
        "an id may be another path": "calls.ids_that_name_another_path_are_refused",
    },
    15: {"two keys are sent": "configuration.own_headers_replace_ours_whatever_their_case"},
    16: {
        "the key is in reprs": "configuration.no_repr_shows_the_key",
        "the key is in tracebacks": "configuration.no_error_shows_the_key",
        "the key is in pickled errors": "unanswered.no_copy_of_an_error_has_the_key",
    },
    17: {
        "signed addresses are printed": "secrets.a_signature_is_not_printed",
        "and in errors": "calls.only_the_id_is_indispensable",
        "embedded files are printed": "secrets.an_embedded_file_is_not_printed",
        "bodies are logged": "configuration.a_debug_line_a_request_without_secrets",
        "debugging takes over the root logger": (
            "configuration.debug_by_environment_leaves_the_root_logger_alone"
        ),
    },
    18: {
        "no key is sent without a word": "errors.no_key_is_found_out_before_anything_is_sent",
        "an empty key hides the environment's": "configuration.where_the_key_comes_from",
        "a broken key is printed": (
            "configuration.a_key_that_no_header_can_carry_is_refused_without_showing_it"
        ),
        "an async key function is a puzzle": "probes.a_key_function_to_be_awaited_is_refused",
    },
    19: {
        "foreign bodies and pages lose the class": (
            "errors.a_foreign_body_keeps_the_class_of_its_status"
        ),
        "so do empty ones": "errors.an_empty_error_body_still_says_something",
    },
    20: {
        "unknown fields are dropped": "calls.a_job_keeps_what_this_version_does_not_know",
        "headers of a success cannot be seen": "handles.every_answer_tells_how_it_came",
    },
    21: {"an absent cost is no None": "calls.a_job_keeps_what_this_version_does_not_know"},
    22: {
        "nothing waits": "waiting.a_job_is_waited_for",
        "a wait has no end": "waiting.time_runs_out",
        "failures are ordinary values": "waiting.other_endings_are_errors",
        "nothing saves": "downloads.a_video_gets_its_name_when_it_is_whole",
        "nothing verifies": "webhooks.the_documented_vector",
        "files cannot be given": "media.the_type_is_what_the_bytes_say",
        "nothing estimates": "prices.what_is_left_open_counts_as_the_dearest",
        "models cannot be looked up": "prices.a_row_is_found_by_name_or_by_what_it_takes",
        "jobs cannot be listed": "service.jobs_are_listed_page_by_page_and_by_filters",
    },
    23: {
        "errors do not say which request": "submission.errors_say_which_request_they_belong_to",
        "a status has several classes": "errors.every_status_has_its_class_on_every_operation",
        "transport errors have no base of the SDK's": (
            "unanswered.it_is_what_it_would_be_without_the_sdk"
        ),
        "an OverflowError escapes": "retries.an_unreadable_wish_is_no_wish",
        "a UnicodeEncodeError escapes": "configuration.the_application_names_itself",
    },
    24: {
        "there is no close, and no word after it": "calls.a_closed_client_says_so",
        "a context closes one kind only": "calls.leaving_the_async_context_closes_both",
        "a video outlives its client badly": (
            "probes.a_video_that_outlives_its_client_is_a_broken_connection"
        ),
    },
    25: {
        "a client dies with its loop": (
            "probes.a_connection_that_is_left_in_a_loop_does_not_trouble_the_next"
        ),
        "dropped clients keep their sockets": (
            "calls.a_dropped_client_closes_its_connections_without_the_collector"
        ),
    },
    26: {
        "every poll opens a connection": (
            "probes.a_poll_half_a_minute_later_finds_the_connection_open"
        ),
    },
    27: {
        "half a file has the final name": "downloads.a_video_gets_its_name_when_it_is_whole",
        "a drop is final": "resumption.a_drop_is_resumed",
        "so is a lull": "resumption.a_lull_is_resumed",
        "a text is saved as a video": "downloads.a_text_is_never_written",
    },
    28: {
        "a client costs much before it is used": "probes.a_client_that_is_not_used_costs_nothing",
        "a client cannot be copied or pickled": "loops.a_copy_of_a_client_has_its_settings",
        "nor can an error": "errors.errors_can_be_copied_and_pickled",
    },
    29: {
        "unknown values of enums warn": "components.open_enums_take_any_string",
        "the list of models yields its fields": (
            "components.the_catalogue_is_a_sequence_of_its_models"
        ),
        "true is a duration, and NaN a factor": "calls.a_body_that_cannot_be_right_is_not_sent",
        "a size that is none is sent": "limits.everything_that_does_not_fit_is_named",
    },
    30: {
        "a wrong frame is named by inner names": (
            "probes.a_frame_of_the_wrong_shape_is_named_by_its_argument"
        ),
        "an address or a file is no frame": ("probes.what_is_no_frame_is_one_by_its_own_argument"),
    },
    31: {
        "names of other SDKs are unknown": "probes.a_name_of_another_sdk_is_refused_by_name",
        "a title must be latin": "configuration.the_application_names_itself",
    },
    32: {
        "a redirected submission becomes a read": (
            "errors.a_redirected_submission_is_not_repeated_as_a_read"
        ),
    },
    33: {
        "documented types are missing": "surface.components",
        "documented arguments are": "surface.operations_are_those_of_the_original",
        "documented errors are": "surface.errors",
    },
}

# The probes that decide whether the SDK may be trusted with money and files.
MUST_PASS = {
    "repeated submissions are one job": "service.a_lost_answer_is_asked_for_again"
    "_and_makes_no_second_job",
    "a submission that fails is one job": "retries.a_failed_submission_is_one_request",
    "a submission that is slow is one job": "retries.a_slow_submission_is_one_request",
    "a dead host is given up": "probes.a_dead_host_is_given_up_after_four_tries",
    "retried streams are closed": "retries.streamed_failures_give_their_connection_back",
    "unread videos are named": "secrets.videos_that_were_never_read_are_named_as_the_trouble",
    "webm is a video": "content.any_video_is_accepted",
    "a part is resumed": "resumption.a_drop_is_resumed",
    "an error in a success is typed": "calls.an_error_inside_a_success_is_raised_as_that_error",
    "an unknown provider is sent": "calls.generate_sends_what_was_given_and_nothing_else",
    "one key is sent": "configuration.own_headers_replace_ours_whatever_their_case",
    "an id is no path": "calls.job_ids_are_one_path_segment",
    "no error shows the key": "configuration.no_error_shows_the_key",
    "no repr shows the key": "configuration.no_repr_shows_the_key",
    "no log shows the key": "configuration.the_log_is_as_loud_as_asked",
    "two loops share a client": "probes.a_connection_that_is_left_in_a_loop_does_not_trouble"
    "_the_next",
    "thirty dropped clients leave no socket": "calls.a_dropped_client_closes_its_connections"
    "_without_the_collector",
    "a day's Retry-After is raised": "retries.a_pause_beyond_a_minute_is_raised_at_once",
    "220 polls at once": "pools.two_hundred_and_twenty_polls_at_once",
    "half a video has no name": "downloads.a_video_gets_its_name_when_it_is_whole",
}


# Of a deadline that is not there yet.


def names_in(module: str) -> set[str]:
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    found: set[str] = set()
    for file in FOLDER.glob(f"test_sdk_{module}.py"):
        tree = ast.parse(file.read_text("utf-8"))
        found |= {node.name for node in tree.body if isinstance(node, functions)}
    return found


@pytest.mark.parametrize("number", DEFECTS)
def test_every_defect_has_its_tests(number: int) -> None:
    for written in DEFECTS[number].values():
        module, _, name = written.rpartition(".")
        assert f"test_{name}" in names_in(module), written


def test_no_defect_is_left_out() -> None:
    assert list(DEFECTS) == list(range(1, 34))


@pytest.mark.parametrize("probe", MUST_PASS.items(), ids=lambda p: p[0])
def test_every_probe_has_a_test(probe: tuple[str, str]) -> None:
    module, _, name = probe[1].partition(".")
    assert f"test_{name}" in names_in(module)
