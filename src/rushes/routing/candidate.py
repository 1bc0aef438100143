"""Candidates: the endpoints that can make what a request asks for, each under an account."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rushes.catalog.endpoint import Endpoint
from rushes.catalog.routed_account import RoutedAccount


@dataclass(frozen=True)
class Candidate:
    """An endpoint under an account, and what a request would cost there (USD; None: unknown)."""

    account: RoutedAccount
    endpoint: Endpoint
    price: Decimal | None = None
