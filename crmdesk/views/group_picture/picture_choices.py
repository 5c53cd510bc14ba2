"""How a person looked at a group last: form, size and colour, kept for the next picture."""

from dataclasses import dataclass
from typing import Final

from crmdesk.ui.charts.scene import Form
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.views.group_picture.colouring import Colouring

_NAME: Final = "group_picture"
_USUAL_MEASURE: Final = "sites"


@dataclass(frozen=True, slots=True)
class PictureChoices:
    """What is chosen; `measure` is a key of `GroupPictureService.measures`."""

    form: Form
    measure: str
    colouring: Colouring

    @classmethod
    def remembered(cls, state: WindowState) -> "PictureChoices":
        """Return what was chosen last; the usual where nothing, or nothing known, was."""
        plain = state.plain(_NAME)
        known = plain if isinstance(plain, dict) else {}
        form, colouring = known.get("form"), known.get("colouring")
        return cls(
            Form(form) if form in set(Form) else Form.ORG_CHART,
            str(known.get("measure", _USUAL_MEASURE)),
            Colouring(colouring) if colouring in set(Colouring) else Colouring.STATUS,
        )

    def remember(self, state: WindowState) -> None:
        """Keep it."""
        state.save_plain(_NAME, {"form": self.form.value, "measure": self.measure, "colouring": self.colouring.value})
