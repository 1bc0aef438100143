from __future__ import annotations

from dataclasses import replace

from tests.providers.cases import byteplus

CASE = replace(byteplus.CASE, slug="ark")
