"""The original's defects that were reproduced, and the tests of what happens here instead."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
DEFECTS = {
    "a slow submission makes many paid jobs": "retries.a_slow_submission_is_one_request",
    "a failed submission is repeated blindly": "retries.a_failed_submission_is_one_request",
    "an unknown outcome looks like a failure": "submission.an_unknown_outcome_is_said_to_be_one",
    "a dead host hangs for an hour": "retries.reads_stop_after_a_minute",
    "a dead host hangs a submission": "retries.a_submission_that_reached_nobody_is_repeated",
    "content must be video/mp4": "content.any_video_is_accepted",
    "a wrong type is read into memory as text": "content.an_endless_error_is_cut_off",
    "a part is an error": "content.a_part_is_accepted",
    "a success other than 202 loses the job": "calls.any_success_with_a_job_is_accepted",
    "a changed field loses it": "calls.an_optional_key_of_a_new_type_does_not_lose_the_job",
    "an unreadable success hides its id": "calls.only_the_id_is_indispensable",
    "retried downloads block the pool": "retries.streamed_failures_give_their_connection_back",
    "unread videos block it": "secrets.videos_that_were_never_read_are_named_as_the_trouble",
    "Retry-After is obeyed without bound": "retries.a_pause_beyond_a_minute_is_raised_at_once",
    "Retry-After may be infinite": "retries.an_unreadable_wish_is_no_wish",
    "a closed connection ends a poll": "retries.reads_survive_transport_failures",
    "429 is not retried": "retries.reads_get_four_tries",
    "429 is not typed": "errors.every_status_has_its_class_on_every_operation",
    "the pause asked for is not told": "errors.retry_after_is_readable",
    "a timeout of nothing is sent": "configuration.a_timeout_is_positive",
    "a wait has no end": "waiting.time_runs_out",
    "an error in a success is a dump": "calls.an_error_inside_a_success_is_raised_as_that_error",
    "unknown providers are dropped": "calls.generate_sends_what_was_given_and_nothing_else",
    "an id changes the path": "calls.job_ids_are_one_path_segment",
    "an id may be another path": "calls.ids_that_name_another_path_are_refused",
    "two keys are sent": "configuration.own_headers_replace_ours_whatever_their_case",
    "the key is in reprs": "configuration.no_repr_shows_the_key",
    "the key is in tracebacks": "configuration.no_error_shows_the_key",
    "signed addresses are printed": "secrets.a_signature_is_not_printed",
    "embedded files are printed": "secrets.an_embedded_file_is_not_printed",
    "bodies are logged": "configuration.a_debug_line_a_request_without_secrets",
    "debugging takes over the root logger": (
        "configuration.debug_by_environment_leaves_the_root_logger_alone"
    ),
    "no key is sent without a word": "errors.no_key_is_found_out_before_anything_is_sent",
    "a broken key is printed": "configuration.a_key_that_no_header_can_carry_is_refused"
    "_without_showing_it",
    "an async key function is never awaited": "configuration.an_async_key_function_is_refused",
    "foreign error bodies lose the class": "errors.a_foreign_body_keeps_the_class_of_its_status",
    "unknown fields are dropped": "calls.a_job_keeps_what_this_version_does_not_know",
    "an absent cost is neither None nor a number": "components.a_nullable_key_is_written"
    "_if_it_was_set",
    "nothing waits": "waiting.a_job_is_waited_for",
    "failures are ordinary values": "waiting.other_endings_are_errors",
    "errors do not say which request": "submission.errors_say_which_request_they_belong_to",
    "there is no close": "calls.a_closed_client_says_so",
    "a client dies with its loop": "calls.a_client_outlives_an_event_loop",
    "dropped clients keep their sockets": "calls.a_dropped_client_closes_its_connections"
    "_without_the_collector",
    "every poll opens a connection": "pools.calls_one_by_one_share_a_connection",
    "many polls time out in the pool": "pools.two_hundred_and_twenty_polls_at_once",
    "half a file has the final name": "downloads.a_video_gets_its_name_when_it_is_whole",
    "a drop is final": "downloads.a_drop_is_resumed",
    "a text is saved as a video": "downloads.a_text_is_never_written",
    "a client cannot be copied": "loops.a_copy_of_a_client_has_its_settings",
    "an error cannot be copied": "errors.errors_can_be_copied_and_pickled",
    "unknown values of enums warn": "components.open_enums_take_any_string",
    "what cannot be right is sent": "calls.a_body_that_cannot_be_right_is_not_sent",
    "a path is no frame": "media.the_type_is_what_the_bytes_say",
    "a title must be latin": "configuration.the_application_names_itself",
    "a redirected submission becomes a read": "errors.a_redirected_submission_is_not_repeated"
    "_as_a_read",
    "documented names are missing": "surface.components",
    "the key is in pickled errors": "unanswered.no_copy_of_an_error_has_the_key",
    "a trickling body never ends": "unanswered.a_body_must_come_in_time",
    "transport errors have no base of the SDK's": "unanswered.it_is_what_it_would_be"
    "_without_the_sdk",
    "dropped videos keep their connections": "lending.a_dropped_video_gives_its_connection_back",
    "the key follows a redirect": "content.a_redirect_is_followed_without_the_key",
}

# The probes that decide whether the SDK may be trusted with money and files.
MUST_PASS = {
    "repeated submissions are one job": "service.a_lost_answer_is_asked_for_again"
    "_and_makes_no_second_job",
    "a submission that fails is one job": "retries.a_failed_submission_is_one_request",
    "a submission that is slow is one job": "retries.a_slow_submission_is_one_request",
    "a dead host is given up": "retries.reads_stop_after_a_minute",
    "retried streams are closed": "retries.streamed_failures_give_their_connection_back",
    "unread videos are named": "secrets.videos_that_were_never_read_are_named_as_the_trouble",
    "webm is a video": "content.any_video_is_accepted",
    "a part is resumed": "downloads.a_drop_is_resumed",
    "an error in a success is typed": "calls.an_error_inside_a_success_is_raised_as_that_error",
    "an unknown provider is sent": "calls.generate_sends_what_was_given_and_nothing_else",
    "one key is sent": "configuration.own_headers_replace_ours_whatever_their_case",
    "an id is no path": "calls.job_ids_are_one_path_segment",
    "no error shows the key": "configuration.no_error_shows_the_key",
    "no repr shows the key": "configuration.no_repr_shows_the_key",
    "no log shows the key": "configuration.the_log_is_as_loud_as_asked",
    "two loops share a client": "calls.a_client_outlives_an_event_loop",
    "thirty dropped clients leave no socket": "calls.a_dropped_client_closes_its_connections"
    "_without_the_collector",
    "a day's Retry-After is raised": "retries.a_pause_beyond_a_minute_is_raised_at_once",
    "220 polls at once": "pools.two_hundred_and_twenty_polls_at_once",
    "half a video has no name": "downloads.a_video_gets_its_name_when_it_is_whole",
}


def names_in(module: str) -> set[str]:
    tree = ast.parse((FOLDER / f"test_sdk_{module}.py").read_text("utf-8"))
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    return {node.name for node in tree.body if isinstance(node, functions)}


@pytest.mark.parametrize("probe", [*DEFECTS.items(), *MUST_PASS.items()], ids=lambda p: p[0])
def test_every_probe_has_a_test(probe: tuple[str, str]) -> None:
    module, _, name = probe[1].partition(".")
    assert f"test_{name}" in names_in(module)
