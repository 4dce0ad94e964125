"""Which bed and which guest is taken on which night, while a practice house is being thought up."""

from datetime import date

from logeerhuis_app.domain.nights import StayPeriod


class Ledger:
    """The two promises of the database, kept beforehand: a clash here would be a failed insert there."""

    def __init__(self) -> None:
        self._beds: set[tuple[int, date]] = set()
        self._guests: set[tuple[int, date]] = set()

    def is_bed_free(self, bed_id: int, night: date) -> bool:
        return (bed_id, night) not in self._beds

    def is_guest_free(self, guest_no: int, period: StayPeriod) -> bool:
        return all((guest_no, night) not in self._guests for night in period.nights())

    def take(self, bed_id: int, guest_no: int, period: StayPeriod) -> None:
        """Raises: ValueError when the bed or the guest is taken; the resource files contradict themselves."""
        for night in period.nights():
            if (bed_id, night) in self._beds or (guest_no, night) in self._guests:
                raise ValueError(f"bed {bed_id} or guest {guest_no} is taken on {night}")
            self._beds.add((bed_id, night))
            self._guests.add((guest_no, night))

    def close(self, bed_id: int, first: date, until: date) -> list[date]:
        """The nights that were still free, and are closed now."""
        nights = [night for night in StayPeriod(first, until).nights() if self.is_bed_free(bed_id, night)]
        self._beds.update((bed_id, night) for night in nights)
        return nights
