from __future__ import annotations

from dataclasses import replace

from tests.providers.cases import byteplus

# USD a token: CNY a million (23, 16, 51, 26) at 7 CNY a dollar, rounded to cents.
CASE = replace(
    byteplus.CASE,
    slug="ark",
    unit={"text": 3.29e-6, "seed": 2.29e-6, "1080p": 7.29e-6, "4K": 3.71e-6},
)
