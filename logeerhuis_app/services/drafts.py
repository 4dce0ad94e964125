"""What was typed in a form and not saved: kept inside the house for its writer alone.

After a lock, a crash or a cut of the power it stands in the form again. Never a BSN, and no word of it in the record.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from logeerhuis_app.domain.errors import NotAllowed
from logeerhuis_app.domain.intake import IntakePart
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import FormDraft, Guest
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, reads, writes
from logeerhuis_app.services.field_values import SECRET, found
from logeerhuis_app.services.rows.intake import DraftRow


@writes(UseCase.KEEP_DRAFT)
def keep_form(work: Work, guest_id: int | None, form: str, typed: Mapping[str, Any]) -> Changes:
    """What this user typed in a form of this file; without a guest, of a file that is not opened yet."""
    keep(work, guest_id, form, typed)
    return Changes(Topic.NONE)


@writes(UseCase.KEEP_DRAFT)
def drop_form(work: Work, guest_id: int | None, form: str) -> Changes:
    """It was saved, or its writer lets it go."""
    drop(work, guest_id, form)
    return Changes(Topic.NONE)


@reads(UseCase.KEEP_DRAFT)
def form_draft(work: Work, guest_id: int | None, form: str) -> DraftRow | None:
    """What this user left half written in this form."""
    return own_drafts(work, guest_id).get(form)


def keep(work: Work, guest_id: int | None, form: str, typed: Mapping[str, Any]) -> None:
    """One line says that there is a draft: it is kept again at each pause between keys.

    Raises: NotAllowed for whoever has no account: a draft is offered to its writer alone.
    """
    if work.actor.user_id is None:
        raise NotAllowed(work.use_case.value, work.actor.role)
    if guest_id is not None:
        found(work.session, Guest, guest_id)
    row = _draft_of(work, guest_id, form)
    is_first = row is None
    row = row or FormDraft(guest_id=guest_id, form=form, user_id=work.actor.user_id)
    row.typed = _without_secrets(typed)
    row.saved_at_utc = work.now_utc
    work.session.add(row)
    work.session.flush()
    work.leaves_no_line = not is_first
    if is_first:
        work.log("C", "form_draft", row.id, guest_id, form=form)


def drop(work: Work, guest_id: int | None, form: str) -> None:
    row = _draft_of(work, guest_id, form)
    work.leaves_no_line = row is None
    if row is not None:
        work.session.delete(row)
        work.log("D", "form_draft", row.id, guest_id, form=form)


def own_drafts(work: Work, guest_id: int | None) -> dict[str, DraftRow]:
    """Everything this user left half written about this guest, by form."""
    rows = work.session.scalars(select(FormDraft).where(*_own(work, guest_id)))
    return {row.form: DraftRow(dict(row.typed), row.saved_at_utc) for row in rows}


def intake_form(part: IntakePart) -> str:
    """The name of a part of the talk among the forms."""
    return f"intake_{part.value}"


def _without_secrets(typed: Mapping[str, Any]) -> dict[str, Any]:
    """A number of a document is typed again after a crash: it stands in one column and nowhere else.

    At any depth, for a form keeps what was typed beside what stood there.
    """
    return {
        code: _without_secrets(value) if isinstance(value, Mapping) else value
        for code, value in typed.items()
        if code not in SECRET
    }


def _draft_of(work: Work, guest_id: int | None, form: str) -> FormDraft | None:
    return work.session.scalars(select(FormDraft).where(*_own(work, guest_id), FormDraft.form == form)).first()


def _own(work: Work, guest_id: int | None) -> tuple[Any, ...]:
    of_guest = FormDraft.guest_id.is_(None) if guest_id is None else FormDraft.guest_id == guest_id
    return of_guest, FormDraft.user_id == work.actor.user_id
