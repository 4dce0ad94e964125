"""What to say of a clock that cannot be right."""

from datetime import datetime

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.clock_faults import ClockFault, ClockFaultKind
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.format import day_long

_SENTENCES = {
    ClockFaultKind.BACK: N_(
        "According to this computer it is now {now}, but something was written in this house on {last}."
        " Check the date and the time of the computer before you write anything."
    ),
    ClockFaultKind.AHEAD: N_(
        "According to this computer it is now {now}; the last thing in this house was written on {last}."
        " Check the date and the time of the computer if that is not right."
    ),
}


def clock_text(fault: ClockFault) -> str:
    return _(_SENTENCES[fault.kind]).format(now=_moment(fault.now_utc), last=_moment(fault.last_at_utc))


def _moment(instant_utc: datetime) -> str:
    local = house_time(instant_utc)
    return _("{day}, {time}").format(day=day_long(local.date()), time=f"{local:%H:%M}")
