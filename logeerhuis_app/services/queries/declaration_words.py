"""The sentences beside a question, a line and a share."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.billing import BilledQuestion
from logeerhuis_app.domain.declaring import QuestionKind
from logeerhuis_app.domain.funding import LAW_OF_BASIS, WLZ_NIGHTS_A_YEAR, Frequency, Law
from logeerhuis_app.domain.lump_sums import LumpPart
from logeerhuis_app.domain.nights import ONE_DAY, Month, runs
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import date_long, date_short, euros, month_name, month_year, nights, number, period
from logeerhuis_app.i18n.labels import label


def dates_words(dates: Iterable[date]) -> str:
    """«2 – 4 okt, 9 okt»: evenings, as unbroken runs."""
    return ", ".join(period(first, last) for first, last in runs(dates))


# -- questions


@dataclass(frozen=True)
class Asked:
    """A question with the names it is told with. ``grant_number`` and ``payer`` may be empty."""

    question: BilledQuestion
    grant_number: str
    payer: str

    @property
    def grant(self) -> str:
        """What the payer calls its decision, with its number."""
        grant = self.question.grant
        is_wlz = grant is not None and LAW_OF_BASIS[grant.basis] is Law.WLZ
        name = _("indication {number}") if is_wlz else _("allocation {number}")
        return name.format(number=self.grant_number or _("without a number"))


def question_words(asked: Asked) -> str:
    """What is the matter, with which nights, and what else an answer would pass."""
    question = asked.question
    if question.guest_id == 0:
        return _("The contract has no amount for this month, or its shares do not add up to one.")
    which = _("{nights} ({dates})").format(nights=nights(len(question.nights)), dates=dates_words(question.nights))
    said = _("{nights}: {problem}.").format(nights=which, problem=_PROBLEMS[question.kind](asked))
    if question.also:
        also = ", ".join(label(kind) for kind in question.also)
        said = _("{said} Also: {warnings}.").format(said=said, warnings=also)
    return said


def _outside(asked: Asked) -> str:
    grant = asked.question.grant
    if grant is None:
        return _("nobody is known to pay")
    if asked.question.nights[0] < grant.valid_from:
        return _("before {grant} begins on {day}").format(grant=asked.grant, day=date_long(grant.valid_from))
    last = grant.valid_until or grant.valid_from
    return _("outside {grant}, which ends on {day}").format(grant=asked.grant, day=date_long(last))


def _no_volume(asked: Asked) -> str:
    grant = asked.question.grant
    if grant is None or grant.volume is None:
        return label(QuestionKind.VOLUME_EXCEEDED)
    granted = _("{nights} {per}").format(nights=nights(grant.volume), per=label(grant.frequency or Frequency.TOTAL))
    return _("no room left in {grant} ({granted})").format(grant=asked.grant, granted=granted)


def _no_rate(asked: Asked) -> str:
    grant = asked.question.grant
    if asked.question.is_private or grant is None:
        return _("this house has no private rate on that date")
    return _("the contract with {payer} has no rate for {basis} on that date").format(
        payer=asked.payer, basis=label(grant.basis)
    )


def _no_contract(asked: Asked) -> str:
    return _("this house has no contract with {payer} on that date").format(payer=asked.payer)


def _wlz_full(asked: Asked) -> str:
    year = asked.question.nights[0].year
    sentence = _("more than {n} Wlz nights in {year}, counted in this house alone")
    return sentence.format(n=number(WLZ_NIGHTS_A_YEAR), year=year)


def _overlapping(asked: Asked) -> str:
    return _("more than one allocation is in force; declared anyway they go on the newest, {grant}").format(
        grant=asked.grant
    )


_PROBLEMS: dict[QuestionKind, Callable[[Asked], str]] = {
    QuestionKind.NO_PAYER: lambda _asked: _("nobody is known to pay"),
    QuestionKind.OUTSIDE_ALLOCATION: _outside,
    QuestionKind.VOLUME_EXCEEDED: _no_volume,
    QuestionKind.NO_RATE: _no_rate,
    QuestionKind.NO_CONTRACT: _no_contract,
    QuestionKind.NO_BSN: lambda _asked: _("the BSN is missing"),
    QuestionKind.NOT_CHECKED_OUT: lambda _asked: _("nobody recorded whether the guest slept here"),
    QuestionKind.ABSENCE_OPEN: lambda _asked: _("the guest was away, and nobody recorded until when"),
    QuestionKind.WLZ_YEAR_FULL: _wlz_full,
    QuestionKind.OVERLAPPING_ALLOCATIONS: _overlapping,
}


# -- lines


def late_words(month: Month) -> str:
    """For the payer: why an earlier month stands on this declaration."""
    return _("Reported later: nights of {month}.").format(month=month_year(month.first))


def before_words(arrival: date, month: Month) -> str:
    """«nacht van 30 sep stond in september»."""
    earlier = (month.first - arrival).days
    before = month_name(month.first - ONE_DAY)
    if earlier == 1:
        return _("the night of {day} stood in {month}").format(day=date_short(arrival), month=before)
    return ngettext("{n} night belongs before this month", "{n} nights belong before this month", earlier).format(
        n=number(earlier)
    )


def after_words(departure: date, month: Month) -> str:
    """«loopt door in november: 2 nachten volgen»."""
    following = (departure - month.next().first).days
    return ngettext("goes on in {month}: {n} night follows", "goes on in {month}: {n} nights follow", following).format(
        month=month_name(month.next().first), n=number(following)
    )


def ending_words(asked: Asked, last: date) -> str:
    """«toewijzing 7020 eindigt 29 okt: 1 nacht niet gedekt»."""
    count = len(asked.question.nights)
    return ngettext(
        "{grant} ends on {day}: {n} night is not covered", "{grant} ends on {day}: {n} nights are not covered", count
    ).format(grant=asked.grant, day=date_short(last), n=number(count))


def away_words(dates: Iterable[date]) -> str:
    gone = list(dates)
    return _("away {nights} ({dates}): not declared").format(nights=nights(len(gone)), dates=dates_words(gone))


def accepted_words(kinds: Iterable[QuestionKind]) -> str:
    return _("declared in spite of: {warnings}").format(warnings=", ".join(label(kind) for kind in kinds))


# -- lump sums


def share_words(part: LumpPart) -> str:
    """«1/3», or nothing when one party pays it all."""
    return "" if part.share == 1 else f"{part.share.numerator}/{part.share.denominator}"


def share_note(part: LumpPart) -> str:
    """The rule by which the amount was found, for whoever adds the parts up."""
    whole = _("Lump sum of {amount} for this month, whatever the number of nights.").format(amount=euros(part.total))
    if part.share == 1:
        return whole
    rule = _(
        "Share {share}. Each share is rounded down to the cent; the cents that are left go to the largest "
        "remainders, and of equal ones to the party named first in the contract."
    )
    return f"{whole} {rule.format(share=share_words(part))}"
