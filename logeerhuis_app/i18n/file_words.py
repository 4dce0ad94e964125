"""What the parts and columns of a file are called on the paper that a guest gets to see."""

from collections.abc import Iterable

from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.error_words import field_word
from logeerhuis_app.i18n.format import number

TITLES: dict[str, str] = {
    "guest": N_("Who you are"),
    "contact_person": N_("Contact persons"),
    "health_professional": N_("Care providers"),
    "help_from_others": N_("Help at home"),
    "allergy": N_("Allergies and intolerances"),
    "alert": N_("Alerts"),
    "problem": N_("Conditions"),
    "representative": N_("Who decides for the guest"),
    "capacity_note": N_("What the guest can decide"),
    "treatment_directive": N_("Agreements on treatment"),
    "living_will": N_("Living wills"),
    "medication_list": N_("Medication lists"),
    "allocation": N_("Decisions of payers"),
    "note": N_("Notes of the shifts"),
    "task": N_("Tasks"),
    "trajectory": N_("Requests and road"),
    "trajectory_step": N_("Steps"),
    "rights_request": N_("What was asked about this file"),
    "document": N_("Papers and pictures"),
    "consent": N_("Consents"),
    "intake": N_("Intake talk"),
    "care_observation": N_("Care seen in the stays"),
    "intake_statement": N_("Asked at the intake"),
}
"""Tables that are written out row by row, by their name."""

SHOWN_OTHERWISE = frozenset(
    {"care_answer", "care_score", "medication_item", "carer_situation", "carer_measure", "booking", "night"}
    | {"declaration", "declaration_line", "declared_night"}
    | {"handover_ack", "document_content", "destruction", "form_draft"}
)
"""Told in words of their own, in the log, or handed over as a file (the bytes of a document, a half-filled form)."""

HIDDEN = frozenset({"id", "guest_id", "version", "sort_order", "name_folded", "care_changed_on", "file_status"})
"""How the program finds its rows; says nothing about the guest that does not stand elsewhere on the paper."""

COLUMNS: dict[str, str] = {
    "guest_no": N_("guest number"),
    "first_names": N_("first names"),
    "initials": N_("initials"),
    "form_of_address": N_("form of address"),
    "marital_status": N_("marital status"),
    "municipality_code": N_("code of the municipality"),
    "lives_with": N_("lives with"),
    "allergy_confirmed_on": N_("allergy confirmed on"),
    "allergy_confirmed_by": N_("allergy confirmed by"),
    "medication_care": N_("who manages the medicines"),
    "bem_note": N_("agreed at the BEM"),
    "changed_on": N_("changed after the paper on"),
    "fixed_contact_id": N_("fixed contact in the house"),
    "restriction_ground": N_("ground of the restriction"),
    "restriction_reason": N_("reason of the restriction"),
    "kept_reason": N_("why it is kept longer"),
    "may_collect": N_("may fetch the guest"),
    "info_scope": N_("may know"),
    "lives_with_guest": N_("lives with the guest"),
    "is_representative": N_("is the representative"),
    "away_from": N_("away from"),
    "role": N_("role"),
    "organisation": N_("organisation"),
    "kind": N_("kind"),
    "law": N_("law"),
    "frequency": N_("how often"),
    "during_stay": N_("during the stay"),
    "contact_id": N_("carer"),
    "work": N_("work"),
    "reasons": N_("reasons"),
    "category": N_("category"),
    "sensitivity": N_("sensitivity"),
    "criticality": N_("how severe"),
    "reaction": N_("reaction"),
    "severity": N_("how urgent"),
    "ended_on": N_("ended on"),
    "ended_why": N_("why it ended"),
    "detail": N_("detail"),
    "is_leading": N_("is the leading condition"),
    "pharmacy": N_("pharmacy"),
    "origin": N_("origin"),
    "checked_by_1": N_("first checker"),
    "checked_at_utc": N_("checked at"),
    "as_needed": N_("as needed"),
    "instruction": N_("instruction"),
    "double_check": N_("double check"),
    "is_to_check": N_("still to be checked"),
    "product": N_("product"),
    "decision_no": N_("number of the decision"),
    "location_id": N_("house"),
    "at_utc": N_("moment"),
    "shift_day": N_("shift of"),
    "shift_kind": N_("shift"),
    "is_important": N_("important"),
    "by_user_id": N_("written by"),
    "by_name": N_("by"),
    "done_at_utc": N_("done at"),
    "done_by": N_("done by"),
    "referrer": N_("referred by"),
    "urgency": N_("urgency"),
    "state": N_("state"),
    "outcome": N_("outcome"),
    "asker": N_("asked by"),
    "decided_on": N_("decided on"),
    "decided_by": N_("decided by"),
    "statement": N_("statement of the guest"),
    "media_type": N_("kind of file"),
    "size": N_("size in bytes"),
    "pages": N_("pages"),
    "dated_on": N_("date of the paper"),
    "attached_at_utc": N_("added at"),
    "attached_by": N_("added by"),
    "answer": N_("answer"),
    "given_by": N_("given by"),
    "how": N_("how"),
    "given_on": N_("given on"),
    "withdrawn_on": N_("withdrawn on"),
    "source": N_("source"),
    "verified_at_utc": N_("asked again at"),
    "verified_by": N_("asked again by"),
    "valid_from": N_("known since"),
    "resuscitation_source": N_("source of the agreement"),
    "resuscitation_recorded_at_utc": N_("agreement recorded at"),
    "resuscitation_recorded_by": N_("agreement recorded by"),
    "resuscitation_verified_at_utc": N_("agreement asked again at"),
    "resuscitation_verified_by": N_("agreement asked again by"),
    "file_status": N_("state of the file"),
    "order": N_("place in the order of calling"),
    "seen_adl": N_("care need seen"),
    "seen_minutes": N_("minutes of care a day seen"),
    "seen_nightly": N_("times of help in a night seen"),
    "seen_why": N_("why it was different"),
    "recorded_by": N_("recorded by"),
    "recorded_at_utc": N_("recorded at"),
    "held_on": N_("talk on"),
    "place": N_("place"),
    "present": N_("who were there"),
    "estimate_adl": N_("care need estimated"),
    "estimate_minutes": N_("minutes of care a day estimated"),
    "estimate_nightly": N_("times of help in a night estimated"),
    "estimate_why": N_("why it was estimated so"),
    "name_usage": N_("how the name is used"),
    "address_kind": N_("kind of address"),
    "interpreter_needed": N_("interpreter needed"),
    "life_stance": N_("life stance"),
    "life_stance_text": N_("what the life stance asks"),
    "living_situation": N_("lives"),
    "house_kind": N_("kind of home"),
    "resuscitation_with": N_("resuscitation discussed with"),
    "resuscitation_seen": N_("declaration or token"),
    "representation_state": N_("whether somebody decides was asked"),
    "wzd_status": N_("ground of the Wzd"),
    "wzd_text": N_("measures agreed (Wzd)"),
    "roles": N_("roles"),
    "address": N_("address"),
    "collect_note": N_("how to know who fetches"),
    "info_agreed_by": N_("telling was agreed by"),
    "reach_note": N_("reachable"),
    "key_note": N_("key and alarm"),
    "is_voluntary": N_("given by volunteers"),
    "often_unit": N_("counted in"),
    "often_period": N_("per"),
    "eu_allergen": N_("on the EU list"),
    "reactions": N_("what happened"),
    "reaction_severity": N_("how bad it was"),
    "stage": N_("how far"),
    "verification": N_("how sure"),
    "judged_by": N_("by"),
    "paper": N_("the paper"),
    "treatment": N_("treatment"),
    "discussed_with": N_("discussed with"),
    "discussed_on": N_("discussed on"),
    "part": N_("part"),
}
"""What the error sentences have no word for."""


def table_words(table: str) -> str:
    """The heading over the rows of a table; its own name where no word was given yet."""
    return _(TITLES[table]) if table in TITLES else table


def column_words(column: str) -> str:
    """The name before a value; the column's own name where no word was given yet."""
    if column in COLUMNS:
        return _(COLUMNS[column])
    return field_word(column) or column


def removed_words(counts: Iterable[tuple[str, int]]) -> str:
    """«3 contactpersonen …» would need a plural for each table: «Contactpersonen 3, Notities van de diensten 12»."""
    named = [(TITLES.get(table) or _MORE_TITLES.get(table), count) for table, count in counts]
    return ", ".join(f"{_(title)} {number(count)}" for title, count in named if title)


_MORE_TITLES: dict[str, str] = {
    "carer_situation": N_("Situation of the carer"),
    "carer_measure": N_("Measurements of the carer"),
    "care_answer": N_("Answers about care"),
    "medication_item": N_("Medicines"),
    "care_score": N_("Barthel and Katz"),
    "handover_ack": N_("Receipts of the handover"),
}
