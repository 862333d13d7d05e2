"""Content as tables: documents of a kind as rows of a sheet, and a sheet that was changed back into documents."""

from watchbill.edit.tables.escalation import ESCALATION
from watchbill.edit.tables.row import Table
from watchbill.edit.tables.schedules import SCHEDULES
from watchbill.edit.tables.service_levels import SERVICE_LEVELS

TABLES: dict[str, Table] = {
    "escalation": ESCALATION,
    "service-levels": SERVICE_LEVELS,
    "schedules": SCHEDULES,
}
