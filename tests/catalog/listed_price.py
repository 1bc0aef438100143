"""What a video costs by the list of its model."""

from __future__ import annotations

from decimal import Decimal

from rushes.catalog.limits import Spec, quantity_of
from rushes.catalog.model import load_catalog
from rushes.wire.pricing import price


def listed_price(spec: Spec) -> Decimal | None:
    return price(load_catalog().get(spec.model).skus, quantity_of(spec))
