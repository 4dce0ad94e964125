"""What the screen says about a payer's month."""

from datetime import date, timedelta

from logeerhuis_app.domain.declaring import Billing, DeclarationState
from logeerhuis_app.domain.errors import NoBankAccount
from logeerhuis_app.domain.funding import Arrangement, Law
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.i18n import _, ngettext, pgettext
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import date_long, euros, month_year, number, period
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.services.rows.declaring import DecisionRow, LineRow, PayerGroup, StaySpan
from logeerhuis_app.ui.style.tokens import Tone

_HELD = frozenset({Billing.HELD})


def payer_words(group: PayerGroup) -> str:
    return group.payer or _("Payer unknown")


def group_title(group: PayerGroup) -> str:
    """«Gemeente Helmond · Wmo · oktober 2026»."""
    parts = [payer_words(group), label(group.law) if group.law else "", month_year(group.month)]
    return " · ".join(part for part in parts if part)


def unit_words(group: PayerGroup) -> str:
    """«40 nachten»; the Wlz counts etmalen."""
    if group.law is Law.WLZ:
        return ngettext("{n} Wlz night", "{n} Wlz nights", group.nights).format(n=number(group.nights))
    return ngettext("{n} night", "{n} nights", group.nights).format(n=number(group.nights))


def unit_caption(group: PayerGroup) -> str:
    return pgettext("Wlz", "Nights") if group.law is Law.WLZ else _("Nights")


def summary_words(group: PayerGroup, *, with_location: bool) -> str:
    """«Wmo · 6 gasten · 40 nachten»."""
    parts = [label(group.law)] if group.law else []
    if with_location:
        parts.append(group.location)
    if group.arrangement is Arrangement.LUMP_SUM:
        parts.append(_("lump sum, share {share}").format(share=group.share) if group.share else _("lump sum"))
        return " · ".join(parts)
    if group.questions and not group.lines:
        return " · ".join([*parts, undecided_words(group)])
    if group.law is not Law.PRIVATE or group.guests != 1:
        parts.append(ngettext("{n} guest", "{n} guests", group.guests).format(n=number(group.guests)))
    return " · ".join([*parts, unit_words(group)])


def undecided_words(group: PayerGroup) -> str:
    """«3 nachten te beslissen»: nothing can be counted for this payer yet."""
    count = sum(len(question.nights) for question in group.questions)
    return ngettext("{n} night to decide about", "{n} nights to decide about", count).format(n=number(count))


def badge_of(group: PayerGroup, today: date) -> tuple[str, Tone]:
    """The state in a word or two; a question is amber, for red is kept for risk of life."""
    if group.is_fixed:
        return _("{state} {number}").format(state=label(group.state), number=group.number), Tone.NEUTRAL
    if group.questions:
        count = len(group.questions)
        return ngettext("{n} question", "{n} questions", count).format(n=number(count)), Tone.AMBER
    if any(decision.billing in _HELD for decision in group.decisions) and not group.lines:
        return _("on hold"), Tone.AMBER
    if not group.is_ready:
        return _("nothing to declare"), Tone.NEUTRAL
    if group.lacks_account:
        return _("IBAN missing"), Tone.AMBER
    return (_("ready"), Tone.TEAL) if is_over(group.month, today) else (_("month still running"), Tone.NEUTRAL)


def is_over(month: date, today: date) -> bool:
    return today > Month.of(month).last


def state_words(group: PayerGroup) -> str:
    """«concept · krijgt nummer bij vaststellen»."""
    if group.is_fixed:
        return _("{state} as {number}").format(state=label(group.state), number=group.number)
    return _("draft · gets its number when it is fixed")


def obstacle_words(group: PayerGroup, today: date) -> str:
    """Why it cannot be fixed now; empty when it can."""
    if group.questions:
        count = len(group.questions)
        return ngettext("First answer the question above.", "First answer the {n} questions above.", count).format(
            n=number(count)
        )
    if group.lacks_account:
        return error_text(NoBankAccount(group.location))
    if not is_over(group.month, today):
        first = Month.of(group.month).last + timedelta(days=1)
        return _("This month is not over yet; it can be fixed from {day}.").format(day=date_long(first))
    return "" if group.is_ready else _("There is nothing to declare to this payer.")


def promise_words(group: PayerGroup) -> str:
    """What fixing will do."""
    return _(
        "Fixing gives this declaration of {amount} the next number, keeps a copy of everything on it and locks it. "
        "After that it never changes; a mistake is put right with a credit."
    ).format(amount=euros(group.total))


def born_words(line: LineRow) -> str:
    return birth_words(line.born)


def span_words(span: StaySpan, line: LineRow) -> str:
    """«2 – 12 okt»; «proef 9 – 10 okt»; with its own number where the line adds up several stays."""
    words = period(span.arrival, span.departure)
    if span.is_trial:
        words = _("trial {period}").format(period=words)
    return _("{period}: {n}").format(period=words, n=number(span.nights)) if len(line.spans) > 1 else words


def decision_words(decision: DecisionRow, dates: str) -> str:
    """«Jannie: 30 okt · verlenging gevraagd»."""
    return _("{guest}: {dates} · {decision}").format(
        guest=decision.guest, dates=dates, decision=label(decision.billing)
    )


def step_of(group: PayerGroup, today: date) -> int:
    """Where the declaration stands: 0 collect, 1 check, 2 fix, 3 send, 4 paid; 5 when all is done."""
    after_fixing = {DeclarationState.FIXED: 3, DeclarationState.SENT: 4, DeclarationState.PAID: 5}
    if group.is_fixed:
        return after_fixing.get(group.state, 4)
    if group.questions:
        return 1
    return 2 if is_over(group.month, today) else 0
