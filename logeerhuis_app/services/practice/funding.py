"""Payers, contracts with their rates, and who pays for which guest."""

from datetime import date, timedelta
from random import Random
from typing import Any

from logeerhuis_app.models import Allocation, Contract, LumpSum, Payer, Rate, Share
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.resources import Calendar

RATE_CHANGED_MONTHS_AGO = -4


class FundingMaker:
    """Knows the ids of the payers, once they are added."""

    def __init__(self, book: RowBook, words: Row, calendar: Calendar, random: Random, days_back: int) -> None:
        self._book = book
        self._words = words
        self._calendar = calendar
        self._random = random
        self._payer_ids: dict[str, int] = {}
        self._number = 8000
        self._start = calendar.day(-days_back).replace(day=1)  # the house opened then: nothing to declare before

    def add_payers(self) -> None:
        for key, row in self._words["payers"].items():
            self._payer_ids[key] = self._book.add(Payer, **row)

    def add_contracts(self, location_ids: dict[str, int], *, is_large: bool) -> None:
        contracts = list(self._words["contracts"])
        if is_large:
            contracts += self._words["large_contracts"] + self._municipal_contracts()
        for contract in contracts:
            self._add_contract(contract, location_ids[contract["location"]])

    def _municipal_contracts(self) -> list[Row]:
        lump_sum = next(row for row in self._words["contracts"] if row["arrangement"] == "lump_sum")
        rates = [{"basis": "wmo", "cents": self._words["large_municipal_rate_cents"]}]
        return [
            {"location": "LIN", "payer": payer, "law": "wmo", "arrangement": "per_night", "rates": rates}
            | {"number": f"OEFEN-LIN-{payer[:3].upper()}", "product": "Kortdurend verblijf", "product_category": "04"}
            for payer, _numerator, _denominator in lump_sum["shares"][1:]
        ]

    def _add_contract(self, contract: Row, location_id: int) -> None:
        start = self._start
        ours = {"location", "payer", "rates", "shares", "lump_monthly_cents"}
        columns = {key: value for key, value in contract.items() if key not in ours}
        contract_id = self._book.add(
            Contract, location_id=location_id, payer_id=self._payer_ids[contract["payer"]], valid_from=start, **columns
        )
        for rate in contract.get("rates", []):
            self._add_rate(contract_id, rate, start)
        if "shares" in contract:
            self._book.add(
                LumpSum, contract_id=contract_id, valid_from=start, monthly_cents=contract["lump_monthly_cents"]
            )
        for order, (payer, numerator, denominator) in enumerate(contract.get("shares", []), start=1):
            share = {"order": order, "numerator": numerator, "denominator": denominator}
            self._book.add(Share, contract_id=contract_id, payer_id=self._payer_ids[payer], **share)

    def _add_rate(self, contract_id: int, rate: Row, start: date) -> None:
        changed_on = self._calendar.month_first(RATE_CHANGED_MONTHS_AGO)
        self._book.add(
            Rate,
            contract_id=contract_id,
            basis=rate["basis"],
            valid_from=changed_on if "from" in rate else start,
            valid_until=changed_on - timedelta(days=1) if "until" in rate else None,
            amount_cents=rate["cents"],
        )

    def choose(self, location: str, *, is_elv: bool, town: str) -> tuple[str, str]:
        """(payer, basis) for a guest of this location, in the shares of its region."""
        mix = self._words["elv_mix" if is_elv else "mix"][location]
        payer, basis, _weight = self._random.choices(mix, weights=[row[2] for row in mix])[0]
        return (town if payer == "home" else payer), basis

    def allocate(self, guest_id: int, payer: str, basis: str, first: date, nights: int) -> None:
        """A decision that covers the stays of a guest, with some room left."""
        self._number += 1
        has_volume = basis == "wmo" and self._random.random() < 0.6
        self._book.add(
            Allocation,
            guest_id=guest_id,
            payer_id=self._payer_ids[payer],
            basis=basis,
            number="" if payer == "self" else str(self._number),
            decision_no=f"CIZ-OEFEN-{self._number}" if basis == "mpt" else "",
            product=self._words["products"][basis],
            valid_from=first - timedelta(days=self._random.randrange(10, 60)),
            volume=nights + self._random.randrange(4, 30) if has_volume else None,
            frequency="6" if has_volume else None,
        )

    def allocate_as_told(self, guest_id: int, row: Row) -> None:
        """An allocation out of the families' file."""
        columns: dict[str, Any] = {key: value for key, value in row.items() if key not in {"payer", "from", "until"}}
        until = self._calendar.day(row["until"]) if "until" in row else None
        self._book.add(
            Allocation,
            guest_id=guest_id,
            payer_id=self._payer_ids[row["payer"]],
            valid_from=self._calendar.day(row["from"]),
            valid_until=until,
            **columns,
        )
