"""Tables of words for the sentences of ``error_texts``: by code, whole sentences or the name of a field."""

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.i18n import N_, NP_, pgettext
from logeerhuis_app.i18n.labels import label

NOT_FOUND: dict[str, str] = {
    "": N_("“{key}” is not known in this house."),
    "guest": N_("There is no guest “{key}” in this house. Look up the guest number in the guest file."),
    "bed": N_("There is no bed “{key}” in this house. Look up the bed code in the planning."),
    "room": N_("There is no room “{key}” in this house."),
    "booking": N_("Stay {key} is not there any more. Read the planning again."),
    "closure": N_("Closure {key} is not there any more. Read the planning again."),
    "payer": N_("There is no payer “{key}” in this house. Look it up in the settings."),
    "contract": N_("There is no contract “{key}” in this house. Look it up in the settings."),
    "allocation": N_("Allocation {key} is not there any more. Open the guest file again."),
    "user": N_("There is no user “{key}” in this house. Ask the manager."),
    "location": N_("There is no house or location “{key}”. Use the code of the location, for example PLZ."),
    "trajectory": N_("Request {key} is not there any more. Read the requests again."),
    "declaration": N_("Declaration {key} is not there. Choose one from the list of declarations."),
    "note": N_("Note {key} is not there any more. Read the handover again."),
    "task": N_("Task {key} is not there any more. Read the handover again."),
    "contact": N_("This contact person is not there any more. Open the guest file again."),
    "line": N_("This line is not there any more. Open the guest file again."),
    "shift": N_("“{key}” is not a shift. Choose early, late or night."),
}

CHANGED: dict[str, str] = {
    "handover": N_(
        "Somebody wrote something new in the meantime, and that was not signed for. Read it and sign again."
    ),
    "note": N_("Somebody corrected this note in the meantime. Read the correction first."),
    "task": N_("Somebody else did or changed this task in the meantime. Look at the list again."),
    "": N_("Someone else changed this in the meantime; nothing was overwritten. Look again and repeat your change."),
    "booking": N_(
        "Someone else changed this stay in the meantime; nothing was overwritten. Look again and repeat your change."
    ),
    "guest": N_(
        "Someone else changed this guest file in the meantime; nothing was overwritten."
        " Look again and repeat your change."
    ),
}

EXISTS: dict[str, str] = {
    "": N_("“{key}” is there already. Use that one, or choose another."),
    "guest": N_("There already is a file for {key}. Open that file instead of making a second one."),
    "bsn": N_("This BSN already stands in the file of {key}. Open that file instead of making a second one."),
    "user": N_("There already is a user “{key}”. Choose another user name."),
    "trajectory": N_("There already is an open request for {key}. Open that one."),
    "bed": N_("There already is a bed “{key}”. Choose another code."),
    "room": N_("There already is a room “{key}” at this location. Choose another name."),
    "location": N_("There already is a location with code “{key}”. Choose another code."),
    "payer": N_("There already is a payer with code {key}. Use that one."),
}

HOUSES: dict[str, str] = {
    "damaged": N_("The file of the house in {place} is damaged and was left as it is. Restore the latest backup."),
    "newer": N_("The house in {place} was made by a newer version of Logeerhuis. Install that version and try again."),
    "locked": N_("The house in {place} is in use by another program. Close that and try again."),
    "readonly": N_("The house in {place} cannot be written to. Give this user the right to write in that folder."),
    "foreign": N_("The file in {place} is not a house of Logeerhuis; it was left as it is. Choose another folder."),
    "keyfile": N_("The key file in {place} is damaged and was left as it is. Restore it from the latest backup."),
    "gone": N_(
        "The file of the house in {place} is not there any more: it was taken away, or its drive was pulled out."
        " Put it back and do it once more, or restore the latest backup; what was saved before stands in it."
    ),
    "keyfile_changed": N_(
        "The key file in {place} was changed by something else than Logeerhuis and was left as it is."
        " Restore it from the latest backup."
    ),
    "cut_off": N_("The file of the house in {place} is cut off and was left as it is. Restore the latest backup."),
    "empty": N_("The file of the house in {place} is empty and was left as it is. Restore the latest backup."),
    "file_missing": N_(
        "The file of the house in {place} is gone; its key file is still there. Restore the latest backup."
    ),
    "keyfile_missing": N_(
        "The key file in {place} is gone; the house is still there. Restore it from the latest backup."
    ),
    "mismatch": N_(
        "The key file and the house in {place} do not belong together; both were left as they are."
        " Put back the two from one backup."
    ),
    "unreadable": N_(
        "The house in {place} may not be read by this user. Give this user the right to read that folder."
    ),
    "unfinished": N_(
        "Making the house in {place} was broken off before anybody worked in it; it was left as it is."
        " Move that folder away and make the house again, or restore a backup."
    ),
    "migration": N_(
        "The house in {place} could not be brought to this version and was left as it was."
        " Work on with the version before, and ask whoever looks after the program for help."
    ),
    "disk": N_("The disk with {place} does not read or write. Look whether it is connected; nothing was changed."),
    "network": N_(
        "A house in a file must be on this computer and not on a network drive: {place}."
        " Use a local folder, or a PostgreSQL server for several computers."
    ),
    "foreign_keys": N_(
        "The house in {place} holds rows that belong to nothing; it was left as it is. Restore the latest backup."
    ),
    "unreachable": N_("The server {place} does not answer. Look whether it runs and whether the address is right."),
}

FILES: dict[str, str] = {
    "missing": N_("There is no file {place}. Look at the name and the folder."),
    "not_json": N_("{place} is damaged: line {line} is no valid JSON. Nothing was changed."),
    "not_text": N_("{place} is not a text file. Nothing was changed."),
    "not_a_house": N_("{place} is not a house that Logeerhuis exported. Nothing was changed."),
    "newer": N_("{place} was exported by a newer version of Logeerhuis. Install that version. Nothing was changed."),
    "unwritable": N_("{place} cannot be written. Choose another folder."),
    "unsupported": N_("{place}: this version reads JSON files of Logeerhuis only. Nothing was changed."),
}

BACKUPS_FAILED: dict[str, str] = {
    "full": N_("There is no room for a backup in {place}. Make room or choose another place; the older backups stay."),
    "unwritable": N_("No backup can be written to {place}. Choose another place; the older backups stay."),
    "occupied": N_("{place} is another file and no backup of this house; it was left as it is. Choose another name."),
    "medium": N_("The backup in {place} could not be read back. Use another disk or stick; the older backups stay."),
    "busy": N_("The house was too busy to make a backup. Try again in a moment; the older backups stay."),
    "house_damaged": N_(
        "The house itself is damaged, so no backup was made; the older backups stay. Restore the latest one."
    ),
}

BACKUPS_UNREADABLE: dict[str, str] = {
    "missing": N_("There is no backup {place}. Look at the name and the folder."),
    "folder": N_("{place} is a folder. Name one backup in it: a file that ends in .backup."),
    "unreadable": N_("The backup {place} may not be read by this user. Choose another one, or change its rights."),
    "foreign": N_("{place} is no backup of Logeerhuis. Choose another file."),
    "damaged": N_("The backup {place} is damaged or cut off. Choose an older one."),
    "newer": N_("The backup {place} was made by a newer version of Logeerhuis. Install that version and try again."),
    "log": N_("The log in the backup {place} is not whole. Choose an older one, and ask who was at this file."),
}

INVALID: dict[str, str] = {
    "bsn": N_("this is not a valid BSN (nine digits that pass the eleven test)"),
    "postcode": N_("write a postcode as 1234 AB"),
    "one_letter": N_("write one letter here, and what follows it under «Addition»"),
    "language": N_("choose a language from the list"),
    "agb": N_("an AGB code has eight digits"),
    "too_far": N_("this is too much: look at the number"),
    "phone": N_("write a whole telephone number, with its area code: for example 0492 123 456"),
    "email": N_("write an e-mail address as name@place.nl"),
    "iban": N_("this is not a valid IBAN"),
    "eight_digits": N_("this number has eight digits"),
    "four_digits": N_("a municipality, care office or insurer has four digits"),
    "other_law": N_("this contract is under another law"),
    "bed_code": N_("two to six letters and digits, for example PLZ"),
    "lock_minutes": N_("choose 1 to 30 minutes"),
    "date": N_("this is not a date"),
    "in_future": N_("this lies in the future"),
    "future": N_("this lies in the future"),
    "in_past": N_("this lies in the past"),
    "past": N_("this lies in the past"),
    "too_old": N_("this is longer than 115 years ago"),
    "too_young": N_("a guest is 18 or older: look at the year"),
    "clock_time": N_("write a time of the day, for example 8:00"),
    "leading_zero": N_("write the zero before the comma, for example 0,5"),
    "trailing_zero": N_("leave out the zero at the end: 5 and not 5,0"),
    "thousands": N_("a dot in a number is read as thousand or as comma: write 1000 or 1,5"),
    "unit": N_("write the unit with the number, for example 1 tablet"),
    "no_amount": N_("this is no clear number with its unit: write for example 0,5 or 1000"),
    "fraction": N_("a half is read as one of two: write 0,5 or ½"),
    "stray_zero": N_("a number does not begin with a loose zero: write 0,5 or 5"),
    "strength_unit": N_("write the unit of the strength: mg, g, microgram, IE, ml, mmol, % or for example mg/ml"),
    "dose_unit": N_("write what is counted: for example 6 tablets, 3 g or 4 times"),
    "every_day": N_("choose “every day” for this"),
    "other_count": N_("the first counted another number: count together once more"),
    "every_week": N_("choose “on fixed days of the week” for this, with its day"),
    "has_representatives": N_("somebody is written down as representative; remove that first"),
    "has_allergies": N_("allergies are written down; remove each with its reason first"),
    "too_long": N_("this is too long"),
    "too_short": N_("this is too short"),
    "number": N_("write a whole number"),
    "month": N_("write a year, or a month and year, for example 2019 or March 2019"),
    "negative": N_("this must not be below zero"),
    "order": N_("the end lies before the beginning"),
    "unknown_code": N_("this is not one of the choices"),
    "mark": N_("choose from the list, and say of each diet whether it is medical or own choice"),
    "has_oxygen": N_("the guest has oxygen: answer “none” on that question, then this alert ends by itself"),
    "out_of_bounds": N_("write a number, {bounds}"),
    "no_none": N_("“none” says nothing here: choose what is the case"),
    "unknown_municipality": N_("this is not a Dutch municipality"),
    "same_person": N_("this must be two different people"),
    "identity_first": N_("establish the identity first, then fill in the BSN"),
}

MISFITS: dict[str, str] = {
    "wandering_excluded": N_("This guest walks away, and the house has no closed doors."),
    "wlz_not_taken": N_("This house takes no guests with a Wlz indication."),
    "no_supervision": N_("This guest needs supervision around the clock, and this room has none."),
    "no_wheelchair": N_("This guest uses a wheelchair, and this room is too small for it."),
    "no_lift": N_("This guest needs a lift, and this room has none."),
    "not_quiet": N_("This guest needs little stimulation, and this room is not a quiet one."),
    "aggression": N_("This guest can be aggressive; discuss first with the team whether the house can take that."),
    "wandering_not_asked": N_("It was not asked whether this guest walks away. Ask the family first."),
}
"""By ``domain.matching.MisfitKind``."""

CONCERNS: dict[str, str] = {
    "no_payer": N_("There is no valid decision of a payer for all nights of this stay."),
    "no_decision": N_("There is no valid decision of a payer for these nights."),
    "no_allocation": N_("There is no valid decision of a payer for these nights."),
    "outside_allocation": N_("Some of these nights lie outside the decision of the payer."),
    "volume_exceeded": N_("The payer granted fewer nights than this stay needs."),
    "wlz_year_full": N_("With this stay the 156 nights of Wlz respite this year are used up."),
    "quick_turnover": N_("The room is not yet cleaned when this guest arrives."),
    "in_past": N_("This stay lies in the past."),
    "far_ahead": N_("This stay begins more than two years ahead. Is the year right?"),
    "file_ended": N_("The file of this guest was ended."),
    "namesake": N_("There is another guest with this name. Look at the birth date."),
    "merge_other_birth_date": N_("The birth dates differ. Is it certain that this is one person?"),
    "merge_other_name": N_("The names differ. Is it certain that this is one person?"),
    "young_guest": N_("A guest is usually older than 55. Is the birth date right?"),
    "duplicate_guest": N_("There already is a file with this birth date and a name that sounds like this"),
    "allocation_overlap": N_("There is another allocation under the same law for a part of these days"),
    "payer_unusual": N_("This payer usually does not pay on this basis"),
    "carer_absent": N_("The first contact person is away during this stay."),
}
"""By ``domain.errors.Concern.kind``; the codes of misfits are concerns too."""

FIELDS: dict[str, str] = {
    "given_name": NP_("Field", "given name"),
    "last_name": NP_("Field", "last name"),
    "prefix": NP_("Field", "prefix"),
    "name": NP_("Field", "name"),
    "guest_name": NP_("Field", "name of the guest"),
    "caller": NP_("Field", "who calls"),
    "guest": NP_("Field", "guest"),
    "born": NP_("Field", "birth date"),
    "bsn": NP_("Field", "BSN"),
    "gender": NP_("Field", "gender"),
    "postcode": NP_("Field", "postcode"),
    "street": NP_("Field", "street"),
    "house_no": NP_("Field", "house number"),
    "town": NP_("Field", "town"),
    "municipality": NP_("Field", "municipality"),
    "phone": NP_("Field", "telephone"),
    "email": NP_("Field", "e-mail"),
    "iban": NP_("Field", "IBAN"),
    "identity": NP_("Field", "identity document"),
    "identity_document": NP_("Field", "identity document"),
    "identity_number": NP_("Field", "number of the identity document"),
    "house_letter": NP_("Field", "letter of the house number"),
    "house_addition": NP_("Field", "addition to the house number"),
    "more_phones": NP_("Field", "more telephones"),
    "stands_in": NP_("Field", "who decides while this person is away"),
    "travel_minutes": NP_("Field", "minutes of travel"),
    "info_agreed_on": NP_("Field", "day on which it was agreed"),
    "agb": NP_("Field", "AGB code"),
    "often": NP_("Field", "how often"),
    "often_most": NP_("Field", "at most"),
    "more_emails": NP_("Field", "more e-mail addresses"),
    "language": NP_("Field", "language"),
    "municipality_since": NP_("Field", "since when in this municipality"),
    "end_reason": NP_("Field", "why the file ended"),
    "partner_prefix": NP_("Field", "prefix of the partner"),
    "partner_last_name": NP_("Field", "last name of the partner"),
    "lives_with": NP_("Field", "lives with"),
    "identity_checked_on": NP_("Field", "day on which the identity was established"),
    "arrival": NP_("Field", "arrival"),
    "departure": NP_("Field", "departure"),
    "bed": NP_("Field", "bed"),
    "bed_id": NP_("Field", "bed"),
    "reason": NP_("Field", "reason"),
    "note": NP_("Field", "note"),
    "text": NP_("Field", "text"),
    "date": NP_("Field", "date"),
    "next_on": NP_("Field", "date of the next step"),
    "next_step": NP_("Field", "next step"),
    "action": NP_("Field", "what to do"),
    "age": NP_("Field", "age"),
    "asked_on": NP_("Field", "day of the talk"),
    "caring_since": NP_("Field", "caring since"),
    "hours_week": NP_("Field", "hours of care a week"),
    "work_hours": NP_("Field", "hours of work a week"),
    "taken_on": NP_("Field", "day it was filled in"),
    "total": NP_("Field", "total"),
    "happiness_tenths": NP_("Field", "mark of happiness"),
    "started": NP_("Field", "since when"),
    "ended": NP_("Field", "over since"),
    "last_reaction": NP_("Field", "the last time"),
    "review_on": NP_("Field", "day to look again"),
    "judged_on": NP_("Field", "day of the judgement"),
    "judgement": NP_("Field", "what was found"),
    "agent": NP_("Field", "what the guest is allergic to"),
    "allergy_status": NP_("Field", "allergy"),
    "relationship": NP_("Field", "relationship"),
    "payer": NP_("Field", "payer"),
    "payer_id": NP_("Field", "payer"),
    "basis": NP_("Field", "basis of payment"),
    "number": NP_("Field", "number"),
    "volume": NP_("Field", "number of nights"),
    "frequency": NP_("Field", "per week, per month or in total"),
    "valid_from": NP_("Field", "valid from"),
    "valid_until": NP_("Field", "valid until"),
    "username": NP_("Field", "user name"),
    "password": NP_("Field", "password"),
    "condition": NP_("Field", "when it may be given"),
    "maximum": NP_("Field", "maximum"),
    "list_date": NP_("Field", "date of the pharmacy's list"),
    "checked_by_2": NP_("Field", "second checker"),
    "dose": NP_("Field", "dose"),
    "due_on": NP_("Field", "day"),
    "due_at": NP_("Field", "time"),
    "nights": NP_("Field", "number of nights"),
    "wished_nights": NP_("Field", "number of nights"),
    "wished_from": NP_("Field", "wished from"),
    "received_on": NP_("Field", "day of the request"),
    "location": NP_("Field", "house"),
    "house_name": NP_("Field", "name of the house"),
    "location_name": NP_("Field", "name of the location"),
    "rooms": NP_("Field", "room"),
    "resuscitation": NP_("Field", "resuscitation"),
    "resuscitation_on": NP_("Field", "day of the resuscitation talk"),
    "resuscitation_text": NP_("Field", "what was agreed"),
    "rescue": NP_("Field", "emergency medicine and where it lies"),
    "medicine": NP_("Field", "medicine"),
    "brand": NP_("Field", "brand name"),
    "strength": NP_("Field", "strength"),
    "weekdays": NP_("Field", "the weekday of a weekly medicine"),
    "every": NP_("Field", "every how many days, weeks or months"),
    "starts_on": NP_("Field", "first day"),
    "ends_on": NP_("Field", "last day or day of stopping"),
    "stop_type": NP_("Field", "stopped for now or for good"),
    "quantity": NP_("Field", "number counted"),
    "stop_note": NP_("Field", "who said so"),
    "bem_on": NP_("Field", "day of the BEM"),
    "bem_result": NP_("Field", "outcome of the BEM"),
    "packaging_note": NP_("Field", "why a week box is accepted"),
    "most_per": NP_("Field", "period of the maximum"),
    "pharmacy": NP_("Field", "pharmacy"),
    "origin": NP_("Field", "who made the list and who brought it"),
    "pages": NP_("Field", "number of pages"),
    "times": NP_("Field", "times"),
    "away_until": NP_("Field", "away until"),
    "topic": NP_("Field", "subject"),
    "provider": NP_("Field", "care organisation"),
    "code": NP_("Field", "short code"),
    "contract_number": NP_("Field", "number of the contract"),
    "amount_cents": NP_("Field", "amount of one night"),
    "kvk": NP_("Field", "KvK number"),
    "lock_minutes": NP_("Field", "minutes until the lock"),
    "closed_from": NP_("Field", "first closed night"),
    "asker_name": NP_("Field", "name of whoever asks"),
    "ground": NP_("Field", "ground"),
    "wish": NP_("Field", "what is asked"),
    "decision": NP_("Field", "decision"),
    "restricted_on": NP_("Field", "restricted since"),
    "kept_until": NP_("Field", "kept until"),
    "dated_on": NP_("Field", "date of the document"),
    "kind": NP_("Field", "kind"),
    "given_by": NP_("Field", "given by"),
    "answer": NP_("Field", "answer"),
    "how": NP_("Field", "how it was given"),
    "given_on": NP_("Field", "date of the answer"),
    "withdrawn_on": NP_("Field", "withdrawn on"),
    "document_id": NP_("Field", "scan"),
}


def field_word(code: str) -> str:
    """The name of a field as it stands on screen; empty for a code that has none."""
    word = FIELDS.get(code)
    if word is None and code in set(CareTopic):
        return label(CareTopic(code))
    return pgettext("Field", word) if word else ""
