"""What can go wrong with an export, in words a person can act on. Nothing is left of an export that failed."""

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP


class DatabaseUnreachable(CrmError):
    """Nobody answers, or the line broke. Params: `detail`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "The database cannot be reached, so nothing was exported. Try again when there is a network. ({detail})"
    )


class DatabaseRefused(CrmError):
    """The login, the certificate or the rights do not suffice. Params: `detail`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "The database refuses the export. Check the name, the password and the rights. ({detail})"
    )


class ExportFailed(CrmError):
    """The database stopped in the middle. Params: `detail`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "The export failed; the database is as it was before. Tell its administrator: {detail}"
    )


class SchemaTaken(CrmError):
    """The schema holds something that no export made. Params: `schema`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "The schema {schema} holds other tables. Name another schema for the export, so that nothing is touched."
    )


class SchemaTooNew(CrmError):
    """A newer program exported into the schema. Params: `schema`."""

    template = QT_TRANSLATE_NOOP("errors", "A newer crmdesk exported into {schema}. Install that version here, too.")


class SchemaNameWrong(CrmError):
    """A name that no schema should have. Params: `schema`."""

    template = QT_TRANSLATE_NOOP("errors", "“{schema}” cannot be a schema's name: use a to z, 0 to 9 and _, a letter first.")


class ExportBusy(CrmError):
    """Another computer exports into the schema now."""

    template = QT_TRANSLATE_NOOP("errors", "Another computer is exporting into this database. Try again in a minute.")
