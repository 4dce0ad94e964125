"""What the chart paints, looked at pixel by pixel."""

from functools import partial

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.bookings import HOLDS_BED
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow
from logeerhuis_app.ui.planning import tape_ghost, tape_words
from logeerhuis_app.ui.planning.tape_bars import look_of
from logeerhuis_app.ui.planning.tape_chart import TapeChart
from logeerhuis_app.ui.planning.tape_ghost import Fit, Ghost, GhostKind, Verdict
from logeerhuis_app.ui.planning.tape_ghost_painter import LOOKS
from logeerhuis_app.ui.planning.tape_view import TapeView
from logeerhuis_app.ui.style import tokens
from tests.ui.planning.chart_rows import TODAY, L, S, bar, chart, dec, nov


@pytest.fixture
def tape(qtbot: QtBot) -> TapeChart:
    widget = TapeChart(chart(bars=()), TODAY)
    qtbot.addWidget(widget)
    widget.resize(950, 560)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def view(tape: TapeChart) -> TapeView:
    return tape.view


def said(verdict: Verdict, ghost: Ghost) -> Verdict:
    return verdict


def shown(view: TapeView, *bars: BarRow) -> QImage:
    view.show_rows(chart(bars=bars, closures=()))
    return view.viewport().grab().toImage()


def rect_of(view: TapeView, row: BarRow) -> QRect:
    place = view.tape.row_of_bed(row.bed_id)
    assert place is not None
    span = view.scale_().span(row.first_night, row.last_night + ONE_DAY)
    return view.sheet().bar_rect(view.row_box(place), span)


def colours_in(image: QImage, rect: QRect) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    }


def luminance(colour: str) -> float:
    """Source: WCAG 2.2, relative luminance."""

    def part(level: float) -> float:
        return level / 12.92 if level <= 0.03928 else float(((level + 0.055) / 1.055) ** 2.4)

    shade = QColor(colour)
    return 0.2126 * part(shade.redF()) + 0.7152 * part(shade.greenF()) + 0.0722 * part(shade.blueF())


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_an_option_is_hatched_with_a_dashed_outline(view: TapeView) -> None:
    row = bar(1, 2, "", dec(1), dec(7), S.OPTION)
    image, rect = shown(view, row), rect_of(view, row)
    inside = [image.pixelColor(x, rect.center().y()).name() for x in range(rect.left() + 10, rect.right() - 10)]
    tint, white = QColor(tokens.law_colours(Law.WMO).tint).name(), "#ffffff"
    assert inside.count(tint) > 10
    assert inside.count(white) > 10
    stripes = "".join("t" if colour == tint else "w" if colour == white else "." for colour in inside)
    assert "tttt" in stripes
    assert "wwww" in stripes
    top = [image.pixelColor(x, rect.top()).name() for x in range(rect.left() + 10, rect.right() - 10)]
    assert len({luminance(colour) < 0.5 for colour in top}) == 2  # dashes and gaps


def test_confirmed_is_light_with_a_coloured_edge_and_present_is_full(view: TapeView) -> None:
    confirmed, present = bar(1, 2, "", dec(1), dec(7)), bar(2, 3, "", dec(1), dec(7), S.PRESENT)
    image = shown(view, confirmed, present)
    colours = tokens.law_colours(Law.WMO)
    for row, fill in ((confirmed, colours.tint), (present, colours.full)):
        rect = rect_of(view, row)
        assert image.pixelColor(rect.center()) == QColor(fill)
    edge = rect_of(view, confirmed)
    assert image.pixelColor(edge.left() + 2, edge.center().y()) == QColor(colours.full)


def test_every_payer_has_its_own_colour_and_an_unknown_one_is_neutral(view: TapeView) -> None:
    rows = [bar(n, n, "", dec(1), dec(7), S.PRESENT, law) for n, law in enumerate((Law.WMO, Law.WLZ, Law.ZVW, None), 1)]
    image = shown(view, *rows)
    fills = [image.pixelColor(rect_of(view, row).center()).name().upper() for row in rows]
    assert fills == ["#2B62A8", "#2F7D4A", "#86429B", tokens.TONES[tokens.Tone.NEUTRAL].full]


@pytest.mark.parametrize("state", [S.OPTION, S.CONFIRMED, S.PRESENT, S.LEFT])
@pytest.mark.parametrize("nights", [1, 2, 3, 6])
def test_words_stay_inside_their_bar(view: TapeView, state: object, nights: int) -> None:
    """The same picture with and without a very long name differs inside the bar only."""
    arrival = dec(1)
    row = bar(1, 3, "Wilhelmina Petronella van Oosterhout-Vandenberghe", arrival, arrival + nights * ONE_DAY, state)  # type: ignore[arg-type]
    named = shown(view, row)
    bare = shown(view, BarRow(**{**row.__dict__, "guest": ""}))
    rect = rect_of(view, row)
    outside = [
        (x, y)
        for x in range(named.width())
        for y in range(rect.top() - 10, rect.bottom() + 10)
        if named.pixel(x, y) != bare.pixel(x, y) and not rect.contains(x, y)
    ]
    assert outside == []


def test_a_long_name_is_painted_at_all(view: TapeView) -> None:
    row = bar(1, 3, "Wilhelmina", dec(1), dec(7))
    assert shown(view, row) != shown(view, BarRow(**{**row.__dict__, "guest": ""}))


def test_a_trial_of_three_nights_says_so(view: TapeView) -> None:
    trial = bar(1, 3, "Rita", dec(1), dec(4), S.PRESENT, None, L.TRIAL)
    other = BarRow(**{**trial.__dict__, "label": L.INCIDENTAL})
    rect = rect_of(view, trial)
    right_half = QRect(rect.center().x(), rect.top(), rect.width() // 2 - 2, rect.height())
    assert len(colours_in(shown(view, trial), right_half)) > 2
    assert shown(view, trial) != shown(view, other)


@pytest.mark.parametrize("guest", ["Rita", "Rita Verhagen"])
@pytest.mark.parametrize("width", [780, 950])
def test_trial_says_so_at_every_width_of_a_month(tape: TapeChart, guest: str, width: int) -> None:
    tape.resize(width, 560)
    trial = bar(1, 3, guest, dec(1), dec(4), S.CONFIRMED, None, L.TRIAL)
    assert shown(tape.view, trial) != shown(tape.view, BarRow(**{**trial.__dict__, "label": L.INCIDENTAL}))
    words = tape.view._bars._name(trial, "PROEF", rect_of(tape.view, trial).width() - 10)
    assert words.startswith("Rita")


def test_names_get_shorter_before_they_are_cut() -> None:
    assert tape_words.name_forms("Piet van den Berg") == ("Piet van den Berg", "Piet B.", "Piet")
    assert tape_words.name_forms("Rita") == ("Rita",)


def test_a_scrolled_name_sticks_to_the_left_edge(view: TapeView) -> None:
    row = bar(1, 3, "Jannie", nov(10), dec(9), S.PRESENT)
    image, rect = shown(view, row), rect_of(view, row)
    assert rect.left() < 0
    start = QRect(0, rect.top() + 4, 70, rect.height() - 8)
    assert "#ffffff" in colours_in(image, start)


def test_today_and_weekends_are_tinted(view: TapeView) -> None:
    image = shown(view)
    y = view.row_box(2).top + 20
    scale = view.scale_()
    for day, colour in ((TODAY, tokens.TEAL_TINT), (nov(28), "#F5EFE8"), (nov(25), tokens.PANEL)):
        assert image.pixelColor(scale.middle_of(day) - view.offset(), y) == QColor(colour)


def test_the_ghost_tells_free_misfit_and_taken_by_more_than_colour(view: TapeView) -> None:
    row = bar(7, 3, "Rita", nov(27), dec(5))
    shown(view, row)
    pictures = {}
    for fit in Fit:
        verdict = Verdict(fit, "" if fit is Fit.FREE else "woorden")
        view.judge = partial(said, verdict)
        view.hand.take(tape_ghost.on_bed(tape_ghost.of_bar(row, GhostKind.MOVE, TODAY), 5))
        pictures[fit] = view.viewport().grab().toImage()
        view.hand.abandon()
    assert LOOKS[Fit.TAKEN].is_hatched
    assert pictures[Fit.FREE] != pictures[Fit.MISFIT] != pictures[Fit.TAKEN]
    for fit, image in pictures.items():
        found = colours_in(image, QRect(0, 0, image.width(), image.height()))
        assert QColor(LOOKS[fit].fill).name() in found
        assert QColor(tokens.RED).name() not in found  # red is for life risk only


@pytest.mark.parametrize("law", [*Law, None])
@pytest.mark.parametrize("state", sorted(HOLDS_BED))
def test_words_in_a_bar_can_be_read(law: Law | None, state: object) -> None:
    look = look_of(law, state)
    assert contrast(look.text, look.fill) >= 4.5


@pytest.mark.parametrize("fit", list(Fit))
def test_words_in_a_ghost_can_be_read(fit: Fit) -> None:
    assert contrast(LOOKS[fit].text, LOOKS[fit].fill) >= 4.5
