"""The one style sheet, built from the tokens at a text scale.

A widget asks for its look by dynamic properties: ``role`` on a label, ``kind`` on a button, ``tone`` on a badge or bar.
Focus is a 2 px line on every control; padding gives back what the line takes, so that nothing jumps.
"""

from collections.abc import Callable

from logeerhuis_app import paths
from logeerhuis_app.ui.style import tokens as t

Px = Callable[[float], int]


def style_sheet(scale: float) -> str:
    """All rules; sizes in pixels, grown by ``scale``."""

    def px(size: float) -> int:
        return max(1, round(size * scale))

    parts = (
        *(_texts, _surfaces, _buttons, _fields, _choices, _lists, _tables),
        *(_tabs, _badges, _bars, _papers, _rail, _scrolling),
    )
    return "\n".join(part(px) for part in parts)


def restyle(widget: object) -> None:
    """Let a widget look again at its dynamic properties."""
    style = widget.style()  # type: ignore[attr-defined]
    style.unpolish(widget)
    style.polish(widget)


def _image(name: str) -> str:
    return f'url("{paths.resource("icons", name + ".svg").as_posix()}")'


def _texts(px: Px) -> str:
    return f"""
QWidget {{ color: {t.INK}; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {px(t.TITLE_PX)}px; font-weight: 700; }}
QLabel[role="name"] {{ font-size: {px(t.NAME_PX)}px; font-weight: 700; }}
QLabel[role="heading"] {{ font-size: {px(t.HEADING_PX)}px; font-weight: 700; }}
QLabel[role="strong"] {{ font-weight: 700; }}
QLabel[role="mute"] {{ color: {t.MUTE_ON_TINT}; }}
QLabel[role="small"] {{ color: {t.MUTE_ON_TINT}; font-size: {px(t.SMALL_PX)}px; }}
QLabel[role="section"] {{ color: {t.MUTE_ON_TINT}; font-size: {px(t.TINY_PX)}px; }}
QLabel[role="amber"] {{ color: {t.AMBER_INK}; }}
QLabel[role="problem"] {{ color: {t.AMBER_INK}; font-weight: 600; }}
QLabel[role="link"] {{ color: {t.TEAL}; font-weight: 700; }}
QLabel[role="life"] {{ color: {t.RED}; font-weight: 700; }}
QLabel[role="room"] {{ background: {t.RAIL}; color: {t.PANEL}; font-weight: 700; border-radius: {px(5)}px;
  padding: 0 {px(6)}px; }}
QLabel[role="missing"] {{ color: {t.MUTE_ON_TINT}; font-style: italic; }}
QToolTip {{ background: {t.INK}; color: {t.PANEL}; border: 1px solid {t.INK}; padding: {px(4)}px {px(8)}px; }}
"""


def _surfaces(px: Px) -> str:
    return f"""
QMainWindow, QDialog {{ background: {t.PAPER}; }}
#panel, QFrame[role="panel"] {{ background: {t.PANEL}; }}
QFrame[role="card"] {{ background: {t.PANEL}; border: 1px solid {t.LINE}; border-radius: {px(t.RADIUS_CARD)}px; }}
QFrame[role="side"] {{ background: {t.PANEL}; border: none; border-left: 1px solid {t.LINE}; }}
QFrame[role="line"] {{ background: {t.LINE}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="choice"] {{ background: {t.PANEL}; border: 1px solid {t.LINE}; border-radius: {px(t.RADIUS_CARD)}px; }}
QFrame[role="choice"]:hover {{ border-color: {t.LINE_STRONG}; }}
QFrame[role="choice"][selected="true"] {{ border: 1px solid {t.TEAL}; border-left: {px(5)}px solid {t.TEAL}; }}
QFrame[role="choice"]:focus {{ border: 2px solid {t.TEAL}; }}
QFrame[role="choice"][selected="true"]:focus {{ border: 2px solid {t.TEAL}; border-left: {px(5)}px solid {t.TEAL}; }}
QFrame[role="choice"][dashed="true"] {{ border: 1px dashed {t.LINE_STRONG}; background: transparent; }}
QFrame[role="choice"][dashed="true"][selected="true"] {{ border: 1px dashed {t.TEAL};
  border-left: {px(5)}px solid {t.TEAL}; }}
QFrame[role="choice"][dashed="true"]:focus {{ border: 2px dashed {t.TEAL}; }}
QFrame[dense="true"] QLabel {{ font-size: {px(t.SMALL_PX)}px; }}
QFrame[dense="true"] QLabel[role="heading"] {{ font-size: {px(t.HEADING_PX)}px; }}
QFrame[dense="true"] QLabel[badge="true"] {{ font-size: {px(t.TINY_PX)}px; }}
QFrame[role="strip"] {{ background: {t.NEUTRAL_TINT}; border: none; border-left: {px(3)}px solid {t.LINE_STRONG}; }}
QFrame[role="strip"][tone="amber"] {{ background: {t.AMBER_TINT}; border-left-color: {t.AMBER}; }}
QFrame[role="popup"] {{ background: {t.PANEL}; border: 1px solid {t.LINE_STRONG}; border-radius: {px(t.RADIUS)}px; }}
QMenu {{ background: {t.PANEL}; border: 1px solid {t.LINE_STRONG}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(6)}px {px(24)}px; border-radius: {px(4)}px; }}
QMenu::item:selected {{ background: {t.TEAL_TINT}; color: {t.TEAL}; }}
QMenu::item:disabled {{ color: {t.DISABLED_INK}; }}
QMenu::separator {{ height: 1px; background: {t.LINE}; margin: {px(4)}px {px(8)}px; }}
QSplitter::handle {{ background: {t.LINE}; }}
"""


def _buttons(px: Px) -> str:
    tall, wide = px(7), px(14)
    return f"""
QPushButton, QToolButton {{ background: {t.PANEL}; border: 1px solid {t.LINE}; border-radius: {px(t.RADIUS)}px;
  padding: {tall}px {wide}px; font-weight: 600; }}
QPushButton:hover, QToolButton:hover {{ background: {t.PAPER}; border-color: {t.LINE_STRONG}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.NEUTRAL_TINT}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.TEAL}; padding: {tall - 1}px {wide - 1}px; }}
QPushButton:disabled, QToolButton:disabled {{ background: {t.DISABLED_FILL}; color: {t.DISABLED_INK}; }}
QPushButton[kind="primary"] {{ background: {t.TEAL}; border: 1px solid {t.TEAL}; color: {t.PANEL}; font-weight: 700; }}
QPushButton[kind="primary"]:hover {{ background: {t.TEAL_HOVER}; border-color: {t.TEAL_HOVER}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.ACCENT}; }}
QPushButton[kind="primary"]:disabled {{ background: {t.DISABLED_FILL}; border-color: {t.LINE};
  color: {t.DISABLED_INK}; }}
QPushButton[kind="link"], QToolButton[kind="link"] {{ background: transparent; border: none; color: {t.TEAL};
  padding: {px(2)}px {px(3)}px; text-align: left; }}
QPushButton[kind="link"]:hover, QToolButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus, QToolButton[kind="link"]:focus {{ border: 2px solid {t.TEAL};
  border-radius: {px(4)}px; padding: {max(0, px(2) - 2)}px {max(0, px(3) - 2)}px; }}
QPushButton[kind="link"]:disabled {{ color: {t.DISABLED_INK}; background: transparent; }}
QToolButton[kind="icon"] {{ padding: {px(6)}px; }}
QToolButton[kind="icon"]:focus {{ padding: {px(6) - 1}px; }}
QToolButton[kind="plain"] {{ background: transparent; border: 1px solid transparent; padding: {px(4)}px; }}
QToolButton[kind="plain"]:hover {{ background: {t.NEUTRAL_TINT}; }}
QToolButton[kind="plain"]:focus {{ border: 2px solid {t.TEAL}; padding: {px(4) - 1}px; }}
QFrame[role="segmented"] {{ background: {t.PANEL}; border: 1px solid {t.LINE}; border-radius: {px(t.RADIUS)}px; }}
QToolButton {{ qproperty-iconSize: {px(16)}px; }}
QPushButton[kind="segment"] {{ border: 2px solid transparent; border-radius: {px(t.RADIUS) - 1}px; font-weight: 400;
  background: transparent; padding: {tall - 2}px {px(11)}px; }}
QPushButton[kind="segment"]:hover {{ background: {t.PAPER}; }}
QPushButton[kind="segment"]:checked {{ background: {t.TEAL_TINT}; color: {t.TEAL}; font-weight: 700; }}
QPushButton[kind="segment"]:focus {{ border: 2px solid {t.TEAL}; padding: {tall - 2}px {px(11)}px; }}
"""


def _fields(px: Px) -> str:
    tall, wide = px(6), px(10)
    every = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit"
    focus = ", ".join(f"{name}:focus" for name in every.split(", "))
    invalid = ", ".join(f'{name}[invalid="true"]' for name in every.split(", "))
    disabled = ", ".join(f"{name}:disabled" for name in every.split(", "))
    read_only = "QLineEdit:read-only, QPlainTextEdit:read-only"
    return f"""
{every} {{ background: {t.PANEL}; border: 1px solid {t.LINE_STRONG}; border-radius: {px(t.RADIUS)}px;
  padding: {tall}px {wide}px; selection-background-color: {t.TEAL}; selection-color: {t.PANEL}; }}
{focus} {{ border: 2px solid {t.TEAL}; padding: {tall - 1}px {wide - 1}px; }}
{invalid} {{ border: 2px solid {t.AMBER}; padding: {tall - 1}px {wide - 1}px; background: {t.AMBER_TINT}; }}
{disabled} {{ background: {t.DISABLED_FILL}; color: {t.DISABLED_INK}; border-color: {t.LINE}; }}
{read_only} {{ background: {t.PAPER}; }}
QLineEdit[role="search"] {{ background: {t.PAPER}; border-color: {t.LINE}; }}
QLineEdit[role="search"]:focus {{ background: {t.PANEL}; border-color: {t.TEAL}; }}
QComboBox {{ padding-right: {px(24)}px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(24)}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: {_image("control-down")}; width: {px(14)}px;
  height: {px(14)}px; }}
QComboBox QAbstractItemView {{ background: {t.PANEL}; border: 1px solid {t.LINE_STRONG}; outline: none;
  selection-background-color: {t.TEAL_TINT}; selection-color: {t.TEAL}; }}
QSpinBox QLineEdit, QComboBox QLineEdit, QTimeEdit QLineEdit, QDateEdit QLineEdit {{ border: none; padding: 0;
  background: transparent; }}
QSpinBox::up-button, QTimeEdit::up-button {{ border: none; width: {px(20)}px; subcontrol-position: top right; }}
QSpinBox::down-button, QTimeEdit::down-button {{ border: none; width: {px(20)}px;
  subcontrol-position: bottom right; }}
QSpinBox::up-arrow, QTimeEdit::up-arrow {{ image: {_image("control-up")}; width: {px(10)}px; height: {px(10)}px; }}
QSpinBox::down-arrow, QTimeEdit::down-arrow {{ image: {_image("control-down")}; width: {px(10)}px;
  height: {px(10)}px; }}
"""


def _choices(px: Px) -> str:
    box = px(16)
    return f"""
QCheckBox, QRadioButton {{ spacing: {px(8)}px; padding: {px(3)}px; border: 2px solid transparent;
  border-radius: {px(4)}px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {t.TEAL}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.DISABLED_INK}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {box}px; height: {box}px; background: {t.PANEL};
  border: 1px solid {t.LINE_STRONG}; }}
QCheckBox::indicator {{ border-radius: {px(4)}px; }}
QRadioButton::indicator {{ border-radius: {box // 2 + 1}px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.TEAL}; background: {t.TEAL_TINT}; }}
QCheckBox::indicator:checked {{ background: {t.TEAL}; border-color: {t.TEAL}; image: {_image("control-check")}; }}
QCheckBox::indicator:indeterminate {{ background: {t.TEAL}; border-color: {t.TEAL};
  image: {_image("control-partial")}; }}
QRadioButton::indicator:checked {{ background: {t.TEAL}; border-color: {t.TEAL}; image: {_image("control-dot")}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {t.DISABLED_FILL};
  border-color: {t.LINE}; }}
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {{
  background: {t.DISABLED_INK}; }}
QProgressBar {{ background: {t.TRACK}; border: none; border-radius: {px(4)}px; text-align: center;
  max-height: {px(8)}px; }}
QProgressBar::chunk {{ background: {t.TEAL}; border-radius: {px(4)}px; }}
QCalendarWidget QToolButton {{ border: none; padding: {px(4)}px {px(8)}px; }}
QCalendarWidget #qt_calendar_navigationbar {{ background: {t.PANEL}; }}
QCalendarWidget QTableView::item {{ padding: 0; }}
QCalendarWidget QTableView, QCalendarWidget QTableView:focus {{ border: none; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {t.TEAL}; selection-color: {t.PANEL};
  outline: none; }}
"""


def _lists(px: Px) -> str:
    return f"""
QListView, QTreeView {{ background: {t.PANEL}; border: none; outline: none; }}
QListView:focus, QTreeView:focus {{ border: 2px solid {t.TEAL}; }}
QListView::item {{ border-bottom: 1px solid {t.LINE}; padding: {px(8)}px {px(12)}px; color: {t.INK}; }}
QListView::item:hover {{ background: {t.PAPER}; }}
QListView::item:selected {{ background: {t.TEAL_TINT}; color: {t.INK}; border-left: {px(4)}px solid {t.TEAL}; }}
"""


def _tables(px: Px) -> str:
    return f"""
QTableView {{ background: {t.PANEL}; border: 1px solid {t.LINE}; gridline-color: {t.LINE}; outline: none;
  selection-background-color: {t.TEAL_TINT}; selection-color: {t.INK}; }}
QTableView:focus {{ border: 2px solid {t.TEAL}; }}
QTableView::item {{ padding: {px(4)}px {px(8)}px; }}
QTableView::item:focus {{ border: 2px solid {t.TEAL}; padding: {max(0, px(4) - 2)}px {px(8) - 2}px; }}
QHeaderView {{ background: {t.PANEL}; border: none; }}
QHeaderView::section {{ background: {t.PANEL}; border: none; border-bottom: 1px solid {t.LINE};
  padding: {px(6)}px {px(8)}px {px(6)}px {px(8) + 3}px; color: {t.MUTE_ON_TINT}; font-weight: 600; }}
QTableCornerButton::section {{ background: {t.PANEL}; border: none; }}
QTableView[role="facts"] {{ border: none; }}
QTableView[role="facts"]::item {{ border-bottom: 1px solid {t.LINE}; }}
QTableView[role="facts"]:focus {{ border: none; }}
QTableView[role="tape"], QTableView[role="tape"]:focus {{ background: {t.PAPER}; border: none; }}
QTableView[role="tape"] QTableCornerButton::section, QTableView[role="tape"] QHeaderView {{
  background: {t.PAPER}; }}
"""


def _tabs(px: Px) -> str:
    return f"""
QTabWidget::pane {{ border: none; border-top: 1px solid {t.LINE}; }}
QTabBar {{ font-weight: 600; font-size: {px(t.SMALL_PX)}px; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {t.MUTE_ON_TINT}; padding: {px(8)}px {px(5)}px;
  border: 2px solid transparent; border-bottom: {px(3)}px solid transparent; }}
QTabBar::tab:hover {{ color: {t.INK}; }}
QTabBar::tab:selected {{ color: {t.TEAL}; border-bottom: {px(3)}px solid {t.TEAL}; }}
QTabBar::tab:selected:focus {{ border: 2px solid {t.TEAL}; border-bottom: {px(3)}px solid {t.TEAL}; }}
QTabBar QToolButton {{ padding: 0; border-radius: 0; background: {t.PAPER}; }}
QTabBar::tab:disabled {{ color: {t.DISABLED_INK}; }}
"""


def _badges(px: Px) -> str:
    rules = [
        f"""
QLabel[badge="true"] {{ border-radius: {px(9)}px; padding: {px(1)}px {px(8)}px; font-size: {px(t.TINY_PX)}px;
  font-weight: 700; }}
QLabel[chip="true"], QPushButton[chip="true"] {{ border-radius: {px(t.RADIUS)}px; font-weight: 700;
  border: 1px solid transparent; }}
QPushButton[chip="true"] {{ padding: {px(7)}px {px(12)}px; }}
QLabel[chip="true"][compact="true"], QPushButton[chip="true"][compact="true"] {{
  font-size: {px(t.SMALL_PX)}px; border-radius: {px(6)}px; }}
QPushButton[chip="true"][compact="true"] {{ padding: {px(2)}px {px(8)}px; }}
QPushButton[chip="true"]:focus {{ border: 2px solid {t.INK}; }}
"""
    ]
    for tone, colours in t.TONES.items():
        rules.append(
            f'QLabel[tone="{tone}"], QPushButton[chip="true"][tone="{tone}"] '
            f"{{ color: {colours.ink}; background: {colours.tint}; }}\n"
            f'QLabel[chip="true"][tone="{tone}"][unknown="true"] {{ border: 2px dashed {colours.ink}; }}\n'
            f'QLabel[compact="true"][tone="{tone}"][unknown="true"] {{ border: 1px dashed {colours.ink}; }}'
        )
    rules.append(
        f'QLabel[chip="true"][tone="plain"] {{ color: {t.INK}; background: {t.PANEL}; border: 1px solid {t.LINE}; '
        "font-weight: 600; }"
    )
    rules.append(f'QLabel[tone="trial"] {{ border: 1px solid {t.TONES[t.Tone.TRIAL].line}; }}')
    return "\n".join(rules)


def _bars(px: Px) -> str:
    rules = []
    for kind, tone in (
        ("info", t.Tone.TEAL),
        ("success", t.Tone.WLZ),
        ("attention", t.Tone.AMBER),
        ("life", t.Tone.RED),
    ):
        colours = t.TONES[tone]
        rules.append(
            f'QFrame[role="message"][tone="{kind}"] {{ background: {colours.tint}; '
            f"border: 1px solid {colours.line}; border-radius: {px(t.RADIUS)}px; }}\n"
            f'QFrame[role="message"][tone="{kind}"] QLabel {{ color: {colours.ink}; font-weight: 600; }}'
        )
    rules.append(
        f'QFrame[role="topbar"] {{ background: {t.PANEL}; border: none; border-bottom: 1px solid {t.LINE}; }}\n'
        f'QWidget[role="inside"] {{ background: {t.PAPER}; }}\n'
        f'QWidget[role="practice"] {{ background: {t.ACCENT}; }}\n'
        f'QLabel[role="practice"] {{ background: {t.ACCENT}; color: {t.ACCENT_INK}; font-weight: 700; '
        f"padding: {px(3)}px; letter-spacing: {px(1)}px; }}"
    )
    return "\n".join(rules)


def _papers(px: Px) -> str:
    """A declaration on its way: steps, questions, and the desk on which its paper lies."""
    amber = t.TONES[t.Tone.AMBER]
    return f"""
QLabel[role="step"] {{ background: {t.NEUTRAL_TINT}; color: {t.MUTE_ON_TINT}; font-size: {px(t.SMALL_PX)}px;
  font-weight: 600; border-radius: {px(6)}px; padding: {px(5)}px {px(7)}px; }}
QLabel[role="step"][state="done"] {{ background: {t.TEAL_TINT}; color: {t.TEAL}; }}
QLabel[role="step"][state="now"] {{ background: {t.TEAL}; color: {t.PANEL}; font-weight: 700; }}
QFrame[role="question"] {{ background: {amber.tint}; border: 1px solid {amber.line};
  border-radius: {px(t.RADIUS)}px; }}
QFrame[role="question"] QPushButton[kind="link"] {{ font-weight: 700; }}
QFrame[role="desk"] {{ background: {t.DESK}; border: none; border-left: 1px solid {t.LINE}; }}
QFrame[role="desk"] QLabel[role="small"] {{ color: {t.INK}; }}
QFrame[role="desk"] QLabel[role="mute"] {{ color: {t.INK}; }}
QFrame[role="desk"] QScrollArea > QWidget {{ background: transparent; }}
QFrame[role="upright"] {{ background: {t.LINE}; border: none; max-width: 1px; min-width: 1px; }}
QLabel[role="sheet"] {{ background: {t.PANEL}; border: 1px solid {t.LINE_STRONG}; }}
"""


def _rail(px: Px) -> str:
    return f"""
QFrame[role="rail"] {{ background: {t.RAIL}; border: none; }}
QFrame[role="rail"] QLabel {{ color: {t.RAIL_TEXT}; }}
QFrame[role="rail"] QLabel[role="brand"] {{ color: {t.PANEL}; font-size: {px(19)}px; font-weight: 700; }}
QFrame[role="rail"] QLabel[role="key"] {{ color: {t.RAIL_MUTE}; font-size: {px(t.TINY_PX)}px; }}
QFrame[role="rail"] QLabel[role="count"] {{ background: {t.ACCENT}; color: {t.ACCENT_INK}; font-weight: 700;
  font-size: {px(t.TINY_PX)}px; border-radius: {px(8)}px; padding: {px(1)}px {px(7)}px; }}
QFrame[role="rail-step"] {{ background: transparent; border: 2px solid transparent; border-radius: {px(t.RADIUS)}px; }}
QFrame[role="rail-step"][state="now"] {{ background: {t.RAIL_ACTIVE}; border-left: {px(3)}px solid {t.ACCENT}; }}
QFrame[role="rail"] QFrame[role="rail-step"][state="later"] QLabel {{ color: {t.RAIL_MUTE}; }}
QFrame[role="rail"] QFrame[role="rail-step"][state="now"] QLabel {{ color: {t.PANEL}; font-weight: 700; }}
QFrame[role="rail"] QFrame[role="rail-line"] {{ background: {t.RAIL_LINE}; border: none; max-height: 1px; }}
QPushButton[kind="rail"] {{ background: transparent; border: 2px solid transparent; border-radius: {px(t.RADIUS)}px;
  padding: 0; text-align: left; }}
QPushButton[kind="rail"]:hover {{ background: {t.RAIL_HOVER}; }}
QPushButton[kind="rail"]:checked {{ background: {t.RAIL_ACTIVE}; border-left: {px(3)}px solid {t.ACCENT}; }}
QPushButton[kind="rail"]:focus {{ border: 2px solid {t.ACCENT}; padding: 0; }}
QPushButton[kind="rail"] QLabel {{ font-size: {px(15)}px; }}
QPushButton[kind="rail"] QLabel[role="key"], QPushButton[kind="rail"] QLabel[role="small"] {{
  font-size: {px(t.TINY_PX)}px; color: {t.RAIL_MUTE}; font-weight: 400; }}
QPushButton[kind="rail"] QLabel[active="true"] {{ color: {t.PANEL}; font-weight: 700; }}
"""


def _scrolling(px: Px) -> str:
    width = px(12)
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget[role="scrolled"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {width}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {width}px; margin: 0; }}
QScrollBar::handle {{ background: #C9C2B6; border-radius: {width // 2 - 2}px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
QScrollBar::handle:hover {{ background: {t.LINE_STRONG}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
