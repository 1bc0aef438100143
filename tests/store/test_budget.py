"""Periods of budgets, amounts, and what the refusal says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from rushes.store.budget import Budget, OverBudgetError, Spent, resets_at, span
from rushes.store.money import MOST, NANO, dollars, nano, usd

UNIX = date(1970, 1, 1)


def day(text):
    return (date.fromisoformat(text) - UNIX).days


@pytest.mark.parametrize(
    ("now", "period", "first", "last"),
    [
        ("2026-11-28", "daily", "2026-11-28", "2026-11-28"),
        ("2026-11-28", "weekly", "2026-11-23", "2026-11-29"),
        ("2026-11-23", "weekly", "2026-11-23", "2026-11-29"),
        ("2027-01-01", "weekly", "2026-12-28", "2027-01-03"),
        ("2026-11-28", "monthly", "2026-11-01", "2026-11-30"),
        ("2026-12-31", "monthly", "2026-12-01", "2026-12-31"),
        ("2028-02-01", "monthly", "2028-02-01", "2028-02-29"),
    ],
)
def test_days_weeks_and_months_are_those_of_utc(now, period, first, last):
    assert span(period, day(now)) == (day(first), day(last))
    assert resets_at(period, day(now)) == (day(last) + 1) * 86_400


@given(st.integers(0, 80_000), st.sampled_from(["daily", "weekly", "monthly"]))
def test_every_day_is_in_its_own_period_and_periods_do_not_overlap(today, period):
    first, last = span(period, today)
    assert first <= today <= last
    assert span(period, first) == span(period, last) == (first, last)
    assert span(period, last + 1)[0] == last + 1


@given(st.decimals(0, 10**6, places=9))
def test_an_amount_is_kept_exactly(amount):
    assert usd(nano(amount)) == amount
    assert nano(str(amount)) == nano(amount)


def test_what_is_no_amount_is_nothing_and_what_is_absurd_is_bounded():
    assert [nano(x) for x in (None, "-1", "NaN", "Infinity", "0E-9")] == [0] * 5
    assert nano("1E+40") == MOST
    assert nano("0.3000000000000000444") == 3 * NANO // 10
    assert [nano("1E-9"), nano("0.0000000005"), nano("0.0000000004")] == [1, 1, 0]


@pytest.mark.parametrize(
    ("amount", "text"),
    [("0", "$0.00"), ("0.4", "$0.40"), ("12", "$12.00"), ("100", "$100.00"), ("0.025", "$0.025")],
)
def test_dollars_are_written_as_people_do(amount, text):
    assert dollars(nano(amount)) == text


def test_a_refusal_says_which_budget_what_is_left_and_when_it_resets():
    budget = Budget("key-1", "daily", Decimal(1))
    spent = Spent(charged=6 * NANO // 10, reserved=3 * NANO // 10)
    error = OverBudgetError(budget, spent, 4 * NANO // 10, day("2026-11-28"))
    assert str(error) == (
        "This request may cost $0.40, and of the budget of this API key, $1.00 a day, $0.10 is left"
        " ($0.30 is reserved by jobs); it resets on 2026-11-29 at 00:00 UTC"
    )
    assert error.is_for_now
    assert not OverBudgetError(budget, spent, NANO, 0).is_for_now
    total = OverBudgetError(Budget("*", "total", Decimal(2)), Spent(2 * NANO), NANO, 0)
    assert str(total) == (
        "Not enough credits: this request may cost $1.00, and of the service's limit, $2.00 in all,"
        " $0.00 is left"
    )


def test_a_budget_may_be_larger_than_what_one_job_may_cost():
    budget = Budget("*", "monthly", Decimal(5_000_000))
    assert budget.left(Spent(2 * MOST)) == 3 * MOST
    assert str(budget) == "$5000000.00 a month"
    assert OverBudgetError(budget, Spent(3 * MOST, 2 * MOST), MOST, 0).is_for_now
