"""Bills as rows for screen and paper: names, stays and sentences added."""

from collections import Counter, defaultdict
from datetime import date

from logeerhuis_app.domain.billing import Bill, BilledLine, BilledQuestion, Decision
from logeerhuis_app.domain.bookings import Presence
from logeerhuis_app.domain.declaring import DeclarationState, QuestionKind
from logeerhuis_app.domain.funding import NIGHT_UNIT, Law, PayerKind
from logeerhuis_app.domain.guests import fold
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.services.queries import declaration_words as words
from logeerhuis_app.services.queries.billing_facts import GuestOnPaper, LoadedMonth
from logeerhuis_app.services.rows.declaring import DecisionRow, LineRow, PayerGroup, QuestionRow, StaySpan

LAW_ORDER = [Law.WMO, Law.WLZ, Law.ZVW, Law.SUBSIDY, Law.PRIVATE]


def order_of(group: PayerGroup) -> tuple[int, str, str, int, str]:
    """Nights without a payer first, then by law, payer and house; what is fixed before what is not."""
    law = LAW_ORDER.index(group.law) + 1 if group.law else 0
    return law, fold(group.payer), fold(group.location), not group.is_fixed, group.number


class GroupRows:
    """Makes rows of one loaded month."""

    def __init__(self, loaded: LoadedMonth) -> None:
        self._loaded = loaded
        self._month = loaded.facts.month
        self._away: dict[int, list[date]] = defaultdict(list)
        for fact in loaded.facts.nights:
            if fact.presence is Presence.AWAY:
                self._away[fact.booking_id].append(fact.night)

    def group(self, bill: Bill) -> PayerGroup:
        key = bill.key
        payer = self._loaded.payers[key.payer_id] if key.payer_id else None
        guest = self._loaded.guests[key.guest_id] if key.guest_id else None
        fallback = payer.name if payer else ""
        location = self._loaded.locations[key.location_id]
        return PayerGroup(
            key=str(key),
            payer_id=key.payer_id,
            payer=name_of(guest) if guest else fallback,
            payer_code="" if guest or not payer else payer.code,
            kind=PayerKind.GUEST if guest else payer.kind if payer else PayerKind.OTHER,
            law=key.law,
            location_id=key.location_id,
            location=location.name,
            arrangement=bill.arrangement,
            month=self._month.first,
            state=DeclarationState.DRAFT,
            lines=tuple(sorted((self._line(line, bill) for line in bill.lines), key=self._line_order)),
            questions=tuple(self._question(question, fallback) for question in bill.questions),
            total=bill.total,
            share=words.share_words(bill.lump) if bill.lump else "",
            decisions=tuple(self._decision(decision) for decision in bill.decisions),
            lacks_account=bill.total > 0 and not location.iban,
        )

    def _line_order(self, row: LineRow) -> tuple[str, str, int, date, date]:
        guest = self._loaded.guests[row.guest_id]
        return fold(guest.last_name), fold(guest.given_name), guest.id, row.period_first, row.night_dates[0]

    # -- lines

    def _line(self, line: BilledLine, bill: Bill) -> LineRow:
        guest = self._loaded.guests[line.guest_id]
        contract = self._loaded.contracts[line.contract_id]
        allocation = self._loaded.allocations[line.grant.id] if line.grant else None
        return LineRow(
            guest_id=guest.id,
            guest_no=guest.guest_no,
            name=name_of(guest),
            born=guest.born,
            bsn=guest.bsn,
            allocation_id=allocation.id if allocation else None,
            allocation_number=allocation.number if allocation else "",
            product=(allocation.product if allocation else "") or contract.product,
            unit=contract.unit or NIGHT_UNIT,
            spans=self._spans(line),
            nights=len(line.nights),
            rate=line.rate,
            amount=line.amount,
            night_dates=line.nights,
            period_first=line.period[0],
            period_last=line.period[1],
            remarks=() if line.month == self._month else (words.late_words(line.month),),
            notes=self._notes(line),
            cautions=self._cautions(line, bill),
        )

    def _spans(self, line: BilledLine) -> tuple[StaySpan, ...]:
        counted = Counter(line.booking_ids)
        stays = [(self._loaded.stays[booking_id], count) for booking_id, count in counted.items()]
        stays.sort(key=lambda each: each[0].arrival)
        return tuple(StaySpan(stay.arrival, stay.departure, count, stay.is_trial) for stay, count in stays)

    def _notes(self, line: BilledLine) -> tuple[str, ...]:
        said = []
        for booking_id in dict.fromkeys(line.booking_ids):
            stay = self._loaded.stays[booking_id]
            if stay.arrival < line.month.first:
                said.append(words.before_words(stay.arrival, line.month))
            if gone := [night for night in self._away[booking_id] if line.month.holds(night)]:
                said.append(words.away_words(gone))
        return tuple(said)

    def _cautions(self, line: BilledLine, bill: Bill) -> tuple[str, ...]:
        after = line.month.next().first
        departures = dict.fromkeys(self._loaded.stays[booking_id].departure for booking_id in line.booking_ids)
        ends = [question for question in bill.questions if self._is_end_of(line, question)]
        said = [words.after_words(departure, line.month) for departure in departures if departure > after]
        said += [words.ending_words(self._asked(question, ""), line.period[1]) for question in ends]
        if line.accepted:
            said.append(words.accepted_words(line.accepted))
        return tuple(said)

    @staticmethod
    def _is_end_of(line: BilledLine, question: BilledQuestion) -> bool:
        """The line stops where the allocation does, with nights of the guest left over."""
        is_same = question.guest_id == line.guest_id and question.grant == line.grant
        outside = question.kind is QuestionKind.OUTSIDE_ALLOCATION
        return is_same and outside and question.nights[0] > line.period[1] and line.month == Month.of(line.period[1])

    # -- questions and decisions

    def _asked(self, question: BilledQuestion, payer: str) -> words.Asked:
        allocation = self._loaded.allocations[question.grant.id] if question.grant else None
        return words.Asked(question, allocation.number if allocation else "", payer)

    def _question(self, question: BilledQuestion, payer: str) -> QuestionRow:
        guest = self._loaded.guests.get(question.guest_id)
        return QuestionRow(
            kind=question.kind,
            guest_id=question.guest_id,
            guest=name_of(guest) if guest else payer,
            nights=question.nights,
            detail=words.question_words(self._asked(question, payer)),
            choices=question.choices,
            born=guest.born if guest else None,
        )

    def _decision(self, decision: Decision) -> DecisionRow:
        guest = self._loaded.guests[decision.guest_id]
        return DecisionRow(guest.id, name_of(guest), decision.nights, decision.billing)


def name_of(guest: GuestOnPaper) -> str:
    return shown_name(guest)
