"""What the settings say about models and providers, checked as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rushes.catalog.model import Catalog, model_timeouts
from rushes.catalog.own_models import catalog_of
from rushes.catalog.routed_account import RoutedAccount
from rushes.providers.account import Account, Egress
from rushes.providers.accounts import accounts_of, resubmitting
from rushes.providers.table import routed_accounts
from rushes.settings import Settings


@dataclass(frozen=True)
class Configured:
    """The models, and the accounts that make them; none with recordings that are replayed."""

    catalog: Catalog
    model_timeouts: Mapping[str, float]
    accounts: Mapping[str, Account]
    routed: tuple[RoutedAccount, ...]
    resubmit: frozenset[str]

    def needs_engine(self, settings: Settings) -> bool:
        """Return whether the offline engine makes some of the videos."""
        return not settings.replay and (not self.accounts or settings.emulate == "missing")


def configured(settings: Settings, egress: Egress, known: Catalog | None = None) -> Configured:
    """Return what settings say; raises SettingError for what is unusable.

    `known` is the present catalog, which stays if the models are the same.
    """
    catalog = catalog_of(settings)
    if known is not None and known.models == catalog.models:
        catalog = known
    accounts = [] if settings.replay else accounts_of(settings, egress, catalog)
    return Configured(
        catalog,
        model_timeouts(settings, catalog),
        {account.id: account for account in accounts},
        tuple(routed_accounts(accounts)),
        resubmitting(settings, accounts),
    )
