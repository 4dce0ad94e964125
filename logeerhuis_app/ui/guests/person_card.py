"""Who the guest is, as a card: home, numbers, language, life stance, papers; what nobody asked says so."""

from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.person import AddressKind, NameUsage, house_number
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.languages import language_name
from logeerhuis_app.i18n.network_words import phones_words
from logeerhuis_app.services.rows.guest import GuestFile, GuestPerson
from logeerhuis_app.ui.guests.parts import Deed, facts_card
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.key_values import KeyValue


def person_card(file: GuestFile, deed: Deed | None = None) -> Card:
    return facts_card(_("The guest"), person_facts(file.person), deed)


def person_facts(person: GuestPerson) -> list[KeyValue]:
    facts = [
        _fact(_("Address"), _address(person)),
        _fact(_("Municipality"), _municipality(person)),
        _fact(_("Telephone"), "\n".join(part for part in (person.phone, *phones_words(person.more_phones)) if part)),
        _fact(_("E-mail"), "\n".join(part for part in (person.email, *person.more_emails) if part)),
        _fact(_("Lives"), _home(person)),
        _fact(_("Speaks"), _language(person)),
        _fact(_("Life stance"), _life_stance(person)),
    ]
    if person.partner_last_name:
        facts.append(KeyValue(_("Name"), _names(person)))
    if person.marital_code is not None:
        facts.append(KeyValue(_("Marital status"), label(person.marital_code)))
    if person.may_see_bsn:
        facts.append(_fact(_("Identity"), _identity(person)))
    if person.file_status is FileStatus.ENDED and person.end_reason is not None:
        facts.append(KeyValue(_("Ended"), _end(person), is_strong=True))
    return facts


def _fact(name: str, words: str) -> KeyValue:
    return KeyValue(name, words or _("not asked"), is_missing=not words)


def _address(person: GuestPerson) -> str:
    street = f"{person.street} {house_number(person)}".strip()
    kind = "" if person.address_kind is AddressKind.HOME else f"({label(person.address_kind)})"
    return "\n".join(part for part in (street, f"{person.postcode} {person.town}".strip(), kind) if part)


def _municipality(person: GuestPerson) -> str:
    if person.municipality and person.municipality_since is not None:
        since = date_numeric(person.municipality_since)
        return _("{municipality}, since {date}").format(municipality=person.municipality, date=since)
    return person.municipality


def _home(person: GuestPerson) -> str:
    parts = [label(part) for part in (person.living_situation, person.house_kind) if part is not None]
    return "\n".join(part for part in (", ".join(parts), person.lives_with) if part)


def _language(person: GuestPerson) -> str:
    name = language_name(person.language) if person.language else ""
    interpreter = {True: _("interpreter needed"), False: _("no interpreter needed"), None: ""}
    return ", ".join(part for part in (name, interpreter[person.interpreter_needed]) if part)


def _life_stance(person: GuestPerson) -> str:
    stance = label(person.life_stance) if person.life_stance is not None else ""
    return "\n".join(part for part in (stance, person.life_stance_text) if part)


def _names(person: GuestPerson) -> str:
    """Both family names, whichever is shown."""
    own = f"{person.prefix} {person.last_name}".strip()
    partner = f"{person.partner_prefix} {person.partner_last_name}".strip()
    usage = "" if person.name_usage is NameUsage.OWN else f" ({label(person.name_usage)})"
    return _("own: {own} · partner: {partner}").format(own=own or "–", partner=partner) + usage


def _identity(person: GuestPerson) -> str:
    if person.identity_checked_on is None:
        return ""
    document = label(person.identity_document) if person.identity_document is not None else ""
    parts = (date_numeric(person.identity_checked_on), document, person.identity_number)
    return " · ".join(part for part in parts if part)


def _end(person: GuestPerson) -> str:
    reason = label(person.end_reason) if person.end_reason is not None else ""
    on = date_numeric(person.ended_on) if person.ended_on is not None else ""
    return ", ".join(part for part in (reason, on) if part)
