"""What the coded values of bookings, stays and requests are called on screen and paper."""

from enum import Enum

from logeerhuis_app.domain import bookings, trajectory
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    bookings.BookingState: (
        "BookingState",
        {
            bookings.BookingState.WAITING: NP_("BookingState", "on the waiting list"),
            bookings.BookingState.OPTION: NP_("BookingState", "option"),
            bookings.BookingState.CONFIRMED: NP_("BookingState", "confirmed"),
            bookings.BookingState.PRESENT: NP_("BookingState", "in the house"),
            bookings.BookingState.AWAY: NP_("BookingState", "temporarily away"),
            bookings.BookingState.LEFT: NP_("BookingState", "left"),
            bookings.BookingState.CLOSED: NP_("BookingState", "closed off"),
            bookings.BookingState.CANCELLED_GUEST: NP_("BookingState", "cancelled by the guest"),
            bookings.BookingState.CANCELLED_HOUSE: NP_("BookingState", "cancelled by the house"),
            bookings.BookingState.NO_SHOW: NP_("BookingState", "did not come"),
            bookings.BookingState.WITHDRAWN: NP_("BookingState", "booked by mistake"),
        },
    ),
    bookings.BookingLabel: (
        "BookingLabel",
        {
            bookings.BookingLabel.TRIAL: NP_("BookingLabel", "trial stay"),
            bookings.BookingLabel.INCIDENTAL: NP_("BookingLabel", "incidental"),
            bookings.BookingLabel.STRUCTURAL: NP_("BookingLabel", "regular"),
            bookings.BookingLabel.URGENT: NP_("BookingLabel", "urgent"),
            bookings.BookingLabel.BRIDGING: NP_("BookingLabel", "bridging"),
        },
    ),
    bookings.Presence: (
        "Presence",
        {
            bookings.Presence.PLANNED: NP_("Presence", "planned"),
            bookings.Presence.SLEPT: NP_("Presence", "slept"),
            bookings.Presence.AWAY: NP_("Presence", "away"),
            bookings.Presence.NO_SHOW: NP_("Presence", "did not come"),
        },
    ),
    bookings.CheckInGate: (
        "CheckInGate",
        {
            bookings.CheckInGate.IDENTITY: NP_("CheckInGate", "identity established"),
            bookings.CheckInGate.ALLERGY: NP_("CheckInGate", "allergy asked"),
            bookings.CheckInGate.RESUSCITATION: NP_("CheckInGate", "resuscitation asked"),
            bookings.CheckInGate.MEDICATION: NP_("CheckInGate", "medication list of the pharmacy"),
            bookings.CheckInGate.MEDICATION_CARE: NP_("CheckInGate", "who manages the medicines"),
            bookings.CheckInGate.CONTACT: NP_("CheckInGate", "first and second contact person"),
            bookings.CheckInGate.HOME_CARE: NP_("CheckInGate", "home care during the stay"),
            bookings.CheckInGate.WANDERING: NP_("CheckInGate", "wandering asked"),
            bookings.CheckInGate.FALLING: NP_("CheckInGate", "falling asked"),
            bookings.CheckInGate.SWALLOWING: NP_("CheckInGate", "swallowing asked"),
        },
    ),
    bookings.BedKind: (
        "BedKind",
        {
            bookings.BedKind.FIXED: NP_("BedKind", "respite bed, fixed"),
            bookings.BedKind.FLEXIBLE: NP_("BedKind", "respite bed, flexible"),
            bookings.BedKind.ELV: NP_("BedKind", "ELV bed"),
            bookings.BedKind.CRISIS: NP_("BedKind", "crisis bed"),
            bookings.BedKind.WLZ: NP_("BedKind", "Wlz bed"),
        },
    ),
    bookings.ClosureReason: (
        "ClosureReason",
        {
            bookings.ClosureReason.INFECTION: NP_("ClosureReason", "infection"),
            bookings.ClosureReason.MAINTENANCE: NP_("ClosureReason", "maintenance"),
            bookings.ClosureReason.STAFF: NP_("ClosureReason", "staff shortage"),
            bookings.ClosureReason.HOLIDAY: NP_("ClosureReason", "holiday"),
        },
    ),
    trajectory.TrajectoryState: (
        "TrajectoryState",
        {
            trajectory.TrajectoryState.REQUESTED: NP_("TrajectoryState", "requested"),
            trajectory.TrajectoryState.FAMILY_THINKS: NP_("TrajectoryState", "family takes time"),
            trajectory.TrajectoryState.INTAKE_PLANNED: NP_("TrajectoryState", "intake planned"),
            trajectory.TrajectoryState.INTAKE_DONE: NP_("TrajectoryState", "intake done"),
            trajectory.TrajectoryState.VISIT_PLANNED: NP_("TrajectoryState", "acquaintance planned"),
            trajectory.TrajectoryState.VISIT_DONE: NP_("TrajectoryState", "acquaintance done"),
            trajectory.TrajectoryState.WAITING_LIST: NP_("TrajectoryState", "on the waiting list"),
            trajectory.TrajectoryState.TRIAL_PLANNED: NP_("TrajectoryState", "trial stay planned"),
            trajectory.TrajectoryState.TRIAL_RUNS: NP_("TrajectoryState", "trial stay runs"),
            trajectory.TrajectoryState.TRIAL_BROKEN_OFF: NP_("TrajectoryState", "trial stay broken off"),
            trajectory.TrajectoryState.EVALUATION: NP_("TrajectoryState", "evaluation"),
            trajectory.TrajectoryState.ACTIVE_STRUCTURAL: NP_("TrajectoryState", "regular guest"),
            trajectory.TrajectoryState.ACTIVE_INCIDENTAL: NP_("TrajectoryState", "incidental guest"),
            trajectory.TrajectoryState.RESTING: NP_("TrajectoryState", "resting"),
            trajectory.TrajectoryState.REFERRED: NP_("TrajectoryState", "referred elsewhere"),
            trajectory.TrajectoryState.NOT_FITTING: NP_("TrajectoryState", "does not fit"),
            trajectory.TrajectoryState.STOPPED: NP_("TrajectoryState", "stopped"),
            trajectory.TrajectoryState.ENDED: NP_("TrajectoryState", "ended"),
        },
    ),
    trajectory.Urgency: (
        "Urgency",
        {
            trajectory.Urgency.NORMAL: NP_("Urgency", "normal"),
            trajectory.Urgency.TWO_WEEKS: NP_("Urgency", "within two weeks"),
            trajectory.Urgency.URGENT: NP_("Urgency", "urgent"),
        },
    ),
    trajectory.Referrer: (
        "Referrer",
        {
            trajectory.Referrer.FAMILY: NP_("Referrer", "family"),
            trajectory.Referrer.GP: NP_("Referrer", "GP"),
            trajectory.Referrer.CASE_MANAGER: NP_("Referrer", "case manager"),
            trajectory.Referrer.SOCIAL_TEAM: NP_("Referrer", "social team"),
            trajectory.Referrer.MUNICIPALITY: NP_("Referrer", "municipality"),
            trajectory.Referrer.HOSPITAL: NP_("Referrer", "hospital"),
            trajectory.Referrer.HOME_CARE: NP_("Referrer", "home care"),
            trajectory.Referrer.VOLUNTEERS: NP_("Referrer", "volunteers"),
            trajectory.Referrer.OTHER: NP_("Referrer", "other"),
        },
    ),
    trajectory.Stage: (
        "Stage",
        {
            trajectory.Stage.REQUEST: NP_("Stage", "Request"),
            trajectory.Stage.INTAKE: NP_("Stage", "Intake"),
            trajectory.Stage.VISIT: NP_("Stage", "Acquaintance"),
            trajectory.Stage.TRIAL: NP_("Stage", "Trial stay"),
            trajectory.Stage.EVALUATION: NP_("Stage", "Evaluation"),
            trajectory.Stage.PLAN: NP_("Stage", "Plan"),
        },
    ),
}
