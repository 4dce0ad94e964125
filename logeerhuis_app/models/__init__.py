"""SQLAlchemy tables, one file per family. Importing the package knows them all."""

from logeerhuis_app.models.base import Base
from logeerhuis_app.models.booking import Booking, Night
from logeerhuis_app.models.care import Alert, Allergy, CareAnswer, Problem
from logeerhuis_app.models.care_score import CareScore
from logeerhuis_app.models.carer import CarerMeasure, CarerSituation
from logeerhuis_app.models.declaration import Declaration, DeclarationLine, DeclaredNight, NumberSeries
from logeerhuis_app.models.document import Consent, Document, DocumentContent
from logeerhuis_app.models.funding import Allocation, Contract, LumpSum, Payer, Rate, Share
from logeerhuis_app.models.guest import ContactPerson, Guest, HealthProfessional, HelpFromOthers
from logeerhuis_app.models.handover import HandoverAck, Note, Task
from logeerhuis_app.models.house import Bed, Closure, House, Location, LocationRule, Room
from logeerhuis_app.models.intake import CareObservation, FormDraft, Intake, IntakeStatement
from logeerhuis_app.models.legal import CapacityNote, LivingWill, Representative, TreatmentDirective
from logeerhuis_app.models.medication import MedicationItem, MedicationList
from logeerhuis_app.models.rights import Destruction, RightsRequest
from logeerhuis_app.models.searching import GuestKey, GuestWord
from logeerhuis_app.models.trajectory import Trajectory, TrajectoryStep
from logeerhuis_app.models.user import AuditHead, AuditLine, User

__all__ = [
    "Alert",
    "Allergy",
    "Allocation",
    "AuditHead",
    "AuditLine",
    "Base",
    "Bed",
    "Booking",
    "CapacityNote",
    "CareAnswer",
    "CareObservation",
    "CareScore",
    "CarerMeasure",
    "CarerSituation",
    "Closure",
    "Consent",
    "ContactPerson",
    "Contract",
    "Declaration",
    "DeclarationLine",
    "DeclaredNight",
    "Destruction",
    "Document",
    "DocumentContent",
    "FormDraft",
    "Guest",
    "GuestKey",
    "GuestWord",
    "HandoverAck",
    "HealthProfessional",
    "HelpFromOthers",
    "House",
    "Intake",
    "IntakeStatement",
    "LivingWill",
    "Location",
    "LocationRule",
    "LumpSum",
    "MedicationItem",
    "MedicationList",
    "Night",
    "Note",
    "NumberSeries",
    "Payer",
    "Problem",
    "Rate",
    "Representative",
    "RightsRequest",
    "Room",
    "Share",
    "Task",
    "Trajectory",
    "TrajectoryStep",
    "TreatmentDirective",
    "User",
]
