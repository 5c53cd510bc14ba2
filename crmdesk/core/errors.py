"""What can go wrong for the user's reasons. Anything else that is raised is a bug and reaches the crash report."""

from typing import Any, ClassVar, Final

from crmdesk.core.text import QT_TRANSLATE_NOOP

ERRORS: Final = "errors"  # the translation context of every template below


class CrmError(Exception):
    """A refusal or failure a person can act on.

    Attributes:
        template: English sentence with named placeholders; subclasses set it, marked with `QT_TRANSLATE_NOOP("errors", …)`.
        params: values of the placeholders; kept apart so that the GUI can translate the template first.
    """

    template: ClassVar[str] = QT_TRANSLATE_NOOP("errors", "The action could not be carried out.")

    def __init__(self, **params: Any) -> None:
        self.params: dict[str, Any] = params
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The whole sentence in English."""
        return self.template.format(**self.params)

    @property
    def code(self) -> str:
        """The stable name of this kind of error in JSON output."""
        return type(self).__name__


class InvalidField(CrmError):
    """One field holds something that cannot be stored. Params: `field` (name in the form), `reason`."""

    template = QT_TRANSLATE_NOOP("errors", "{field}: {reason}")


class RecordNotFound(CrmError):
    """No living record has this code or id. Params: `what`."""

    template = QT_TRANSLATE_NOOP("errors", "No company, site or contact is called {what}.")


class ChangedMeanwhile(CrmError):
    """The record was changed by somebody else after this form read it. Params: `name`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{name} was changed elsewhere since you opened it. Reload it, then make your change again."
    )


class Cancelled(CrmError):
    """The user stopped long work; nothing of it is left."""

    template = QT_TRANSLATE_NOOP("errors", "Stopped. Nothing was changed.")
