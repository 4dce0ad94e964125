"""One window with every shared widget, filled and empty, to be looked at.

Run it to save pictures: ``python -m tests.support.gallery OUT_DIR``.
"""

import sys
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from logeerhuis_app import i18n
from logeerhuis_app.domain.care import AnswerState, Criticality, Resuscitation, Severity
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.services.rows.funding import BudgetRow
from logeerhuis_app.services.rows.guest import GuestListRow, SafetyBanner
from logeerhuis_app.ui.style import apply_style, px
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.answer_entry import AnswerEntry, DayEntry, NumberEntry, TicksEntry
from logeerhuis_app.ui.widgets.badge import Badge, LawBadge
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.code_field import CodeField
from logeerhuis_app.ui.widgets.course_graph import CourseGraph, CoursePoint, CourseScale
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.guest_picker import GuestPicker
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.message_bar import MessageBar, MessageKind
from logeerhuis_app.ui.widgets.meter import Meter
from logeerhuis_app.ui.widgets.more_section import MoreSection
from logeerhuis_app.ui.widgets.number_field import NumberField
from logeerhuis_app.ui.widgets.partial_date_field import PartialDateField
from logeerhuis_app.ui.widgets.password_field import PasswordField
from logeerhuis_app.ui.widgets.photo import Photo
from logeerhuis_app.ui.widgets.preview import Preview
from logeerhuis_app.ui.widgets.qr_code import QrCode
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView
from logeerhuis_app.ui.widgets.search_box import SearchBox
from logeerhuis_app.ui.widgets.segmented import Segmented
from logeerhuis_app.ui.widgets.side_panel import SidePanel
from logeerhuis_app.ui.widgets.time_field import TimeField
from logeerhuis_app.ui.widgets.tri_state import TriState
from tests.support.banners import (
    PIET,
    RITA,
    alert,
    allergy,
    banner_none_known,
    banner_piet,
    banner_rita,
    banner_with_many_reds,
)
from tests.support.clocks import SUNDAY_22_NOVEMBER
from tests.support.look import grab

LONG_ALERT = "verslikt zich: drank licht verdikt (IDDSI 2), eten gemalen (IDDSI 4), rechtop aan tafel, niet praten"


def gallery() -> QWidget:
    """Every widget on one sheet, in columns."""
    window = QWidget()
    window.setWindowTitle("Galerij")
    grid = QGridLayout(window)
    columns = ((_banners, _badges, _messages), (_facts, _fields, _buttons), (_answers, _choosing, _empties))
    for place, builders in enumerate(columns):
        column = QVBoxLayout()
        for build in builders:
            column.addWidget(build())
        column.addStretch(1)
        grid.addLayout(column, 0, place)
        grid.setColumnStretch(place, 1)
    grid.addWidget(_side(), 0, len(columns))
    return window


def every_banner() -> list[SafetyBanner]:
    """Each status of allergy and resuscitation at least once."""
    mild = allergy("pleister", "huiduitslag", Criticality.MILD)
    info = alert("gehoorapparaat", Severity.INFO, "batterij 's avonds uit")
    return [
        banner_piet(),
        banner_rita(),
        banner_none_known(),
        replace(banner_with_many_reds(), alerts=(alert(LONG_ALERT), info)),
        replace(
            banner_piet(),
            allergies=(mild,),
            resuscitation=Resuscitation.OTHER,
            resuscitation_text="wel, niet naar de IC",
        ),
    ]


def _banners() -> Card:
    card = Card("Veiligheid", "SafetyBannerView")
    for banner in every_banner():
        card.add(SafetyBannerView(banner))
    card.add(Label("compact", Role.SMALL), SafetyBannerView(banner_piet(), compact=True))
    return card


def _badges() -> Card:
    card = Card("Badges")
    area = FlowArea()
    area.add(*(LawBadge(law, "Helmond") for law in (*Law, None)))
    area.add(*(Badge(f"toon {tone}", tone) for tone in Tone))
    card.add(area)
    return card


def _messages() -> Card:
    card = Card("Berichten")
    texts: dict[MessageKind, str] = {
        MessageKind.INFO: "De planning is bijgewerkt door S. de Wit.",
        MessageKind.SUCCESS: "Verblijf van Piet verplaatst naar Kamer 3.",
        MessageKind.ATTENTION: "De laatste reservekopie is 3 dagen oud. Sluit de schijf aan en maak nu een kopie.",
        MessageKind.LIFE: "Nieuw sinds de vorige dienst: Piet is allergisch voor penicilline.",
    }
    for kind, text in texts.items():
        bar = MessageBar()
        card.add(bar)
        bar.show_message(text, kind, action_text="Ongedaan maken" if kind is MessageKind.SUCCESS else "")
    return card


def _facts() -> Card:
    card = Card("Zorg & dagelijks leven", "overzicht van 18-11-2026")
    card.add_to_heading(Badge("gecontroleerd", Tone.TEAL))
    card.add(
        KeyValues(
            [
                KeyValue("ADL", "gedeeltelijk hulpbehoevend"),
                KeyValue("Dieet", "zoutarm", is_strong=True),
                KeyValue("Mobiliteit", "niet gevraagd", is_missing=True),
                KeyValue("Nacht", ""),
                KeyValue("Tweede contact", "ontbreekt", needs_attention=True),
            ]
        ),
        Meter(BudgetRow("Etmalen 2026", 66, 34, 156), Law.WLZ),
        Meter(BudgetRow("Nachten", 120, 40, 156), Law.WMO),
        Meter(BudgetRow("Nachten", 3, 4, None), Law.ZVW),
        Meter(None),
        *_courses(),
        Photo("Piet"),
        _table(),
    )
    return card


def _table() -> FactTable:
    table = FactTable(["Naam", "Rol", "Toegang"], wraps=(0, 2), name="Gebruikers")
    table.show_rows([["M. Lemmens", "coördinator", "mag naar binnen"], ["S. de Wit", "zorg", "geblokkeerd"]])
    return table


def _qr_code() -> QrCode:
    picture = QrCode("Plaatje voor de telefoon")
    picture.show_text("otpauth://totp/Logeerhuis:lemmens?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    return picture


def _fields() -> Card:
    card = Card("Formulier")
    wrong = DateField(SUNDAY_22_NOVEMBER)
    wrong.line.setText("31-11")
    beds = QComboBox()
    beds.addItems(["Kamer 3 · prikkelarm", "Kamer 6 · 24-uurs toezicht"])
    note = QPlainTextEdit()
    note.setPlaceholderText("Notitie")
    note.setFixedHeight(px(60))
    off = QLineEdit("niet te wijzigen")
    off.setEnabled(False)
    departure = FormRow("&Vertrek", wrong, required=True)
    departure.show_message("Deze dag bestaat niet: november heeft 30 dagen.")
    card.add(
        FormRow("&Aankomst", DateField(SUNDAY_22_NOVEMBER, value=date(2026, 12, 4)), required=True),
        departure,
        FormRow("Geboren", DateField(SUNDAY_22_NOVEMBER, birth=True), hint="met het jaar erbij"),
        FormRow("Sinds", PartialDateField(SUNDAY_22_NOVEMBER, value=PartialDate(2019))),
        _more_questions(),
        FormRow("Bed", beds),
        FormRow("Nachten", NumberField(1, 60, 3)),
        FormRow("Tijd", TimeField(time(14, 0))),
        FormRow("Wachtwoord", PasswordField()),
        FormRow("Code van uw telefoon", CodeField()),
        _qr_code(),
        FormRow("Notitie", note, hint="komt niet op de kaart"),
        FormRow("Gastnummer", off),
    )
    return card


def _buttons() -> Card:
    card = Card("Knoppen")
    area = FlowArea()
    off = Button("Vaststellen", Kind.PRIMARY)
    off.setEnabled(False)
    checked, chosen = QCheckBox("Proeflogeren"), QRadioButton("Kamer 3")
    checked.setChecked(True)
    chosen.setChecked(True)
    area.add(
        Button("+ Verblijf", Kind.PRIMARY),
        Button("Gastkaart afdrukken", icon="print"),
        Button("Ongedaan maken"),
        off,
        Button("verlenging aanvragen", Kind.LINK),
        checked,
        QCheckBox("Leeg"),
        chosen,
        QRadioButton("Kamer 4"),
        Segmented(["2 weken", "Maand", "Kwartaal", "Jaar"], 1),
    )
    card.add(area)
    return card


def _answers() -> Card:
    card = Card("Antwoorden", "TriState")
    for state in AnswerState:
        field = TriState("Vallen", (("no", "nee"), ("yes", "ja")))
        field.set_answer(state, "yes", "twee keer in oktober")
        card.add(field)
    ability = TriState("Wassen", beside=(("independent", "zelfstandig"), ("help", "hulp nodig")))
    ability.set_answer(AnswerState.GIVEN, "help", "aan de wastafel")
    card.add(ability)
    card.add(_answered("Dieet", TicksEntry(_DIETS, (("medical", "medisch"), ("own", "eigen keus"))), "a:medical"))
    card.add(_answered("Katheter wisselen", DayEntry(SUNDAY_22_NOVEMBER), "2026-11-26"))
    card.add(_answered("Zuurstof", NumberEntry("0,5 tot 15 l/min"), "2.5"))
    return card


_DIETS = (("a", "zoutarm"), ("b", "vegetarisch"), ("c", "halal"))


def _answered(question: str, entry: AnswerEntry, code: str) -> TriState:
    field = TriState(question, entry=entry, has_text=False)
    field.set_answer(AnswerState.GIVEN, code)
    return field


def _choosing() -> Card:
    card = Card("Kiezen")
    rows = (GuestListRow(PIET, Law.WLZ), GuestListRow(RITA, Law.WMO))
    chosen = GuestPicker(lambda _text: rows)
    chosen.set_guest(RITA)
    card.add(GuestPicker(lambda _text: rows), chosen, SearchBox(lambda _text: ()))
    for selected, title in ((True, "Gemeente Helmond"), (False, "Zorgkantoor CZ Zuidoost-Brabant")):
        choice = ChoiceCard(title)
        line = QHBoxLayout()
        line.addWidget(Label(title, Role.STRONG, wraps=True), 1)
        line.addWidget(Label("€ 8.356,40", Role.STRONG))
        choice.body.addLayout(line)
        choice.body.addWidget(Label("Wmo · 6 gasten · 40 nachten", Role.SMALL))
        choice.set_selected(selected)
        card.add(choice)
    return card


def _empties() -> Card:
    card = Card("Leeg")
    tabs = QTabWidget()
    for title in ("Overzicht", "Zorg & ADL", "Log"):
        page = EmptyState("Er zijn nog geen gasten", "Schrijf de eerste gast in.", "+ Nieuwe gast", icon="guests")
        tabs.addTab(page, title.replace("&", "&&"))
    paper = Preview("Nog geen papier")
    paper.clear("Kies links wat u wilt zien.")
    card.add(tabs, paper)
    return card


def _courses() -> tuple[CourseGraph, ...]:
    scale = CourseScale(0, 14, "0", "14", "hoger is beter")
    days = [date(2026, 2, 3), date(2026, 5, 12), date(2026, 10, 1)]
    points = [CoursePoint(day, value, str(value)) for day, value in zip(days, (5, 7, 10), strict=True)]
    return CourseGraph("CarerQol-7D", scale, points), CourseGraph("CarerQol-7D", scale)


def _side() -> SidePanel:
    panel = SidePanel()
    panel.head.addWidget(Label("GESELECTEERD VERBLIJF", Role.SECTION))
    panel.head.addWidget(SafetyBannerView(banner_piet(), compact=True))
    panel.body.addWidget(
        KeyValues(
            [
                KeyValue("Aankomst", "za 21 nov, 14:00", is_strong=True),
                KeyValue("Vertrek", "di 24 nov, 11:00", is_strong=True),
                KeyValue("Bed", "Kamer 3"),
                KeyValue("Mantelzorger", "Annemarie (dochter)"),
            ]
        )
    )
    panel.add_section("Ruimte bij de financier")
    panel.body.addWidget(Meter(BudgetRow("Etmalen 2026", 66, 34, 156), Law.WLZ))
    panel.body.addStretch(1)
    area = FlowArea()
    area.add(Button("Aankomst", Kind.PRIMARY), Button("Verplaats"), Button("Herhaal…"), Button("Annuleer"))
    panel.foot.addWidget(area)
    return panel


def _more_questions() -> MoreSection:
    section = MoreSection("Meer over de naam")
    section.form.addWidget(FormRow("Voorletters", QLineEdit("P.J.")))
    section.count_with(lambda: 1)
    return section


def main(out: Path) -> None:
    app = QApplication([])
    i18n.install("nl")
    for scale in (1.0, 1.5):
        apply_style(app, scale)
        window = gallery()
        grab(window, out / f"gallery-{round(scale * 100)}.png", round(1700 * scale))
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
