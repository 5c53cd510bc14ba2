"""What can go wrong with the address of a centre, its certificate, its schema or its administration."""

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.sync.errors import CentreRefused, CentreUnreachable


class CentreAddressWrong(CrmError):
    """What was typed as the address of a centre is none. Params: `reason`."""

    template = QT_TRANSLATE_NOOP("errors", "This is not the address of a centre: {reason}")


class SecretInAddress(CrmError):
    """An address holds a password: it would stay in histories, process lists and logs."""

    template = QT_TRANSLATE_NOOP(
        "errors", "Leave the password out of the address. You are asked for it, or pass it with --password-fd."
    )


class SecretMissing(CrmError):
    """Nothing is known to log in with, and nobody is there to be asked. Params: `user`."""

    template = QT_TRANSLATE_NOOP("errors", "The password of {user} at the centre is not known here. Connect again and type it.")


class CentreUntrusted(CentreRefused):
    """The server cannot prove that it is the centre, or would take a password without proof. Params: `detail`."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "The centre's certificate is not trusted, so nothing was sent. Ask for your company's CA file and name it. ({detail})",
    )


class NotACentre(CentreRefused):
    """The database has none of the centre's functions, or this login may not call them. Params: `detail`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "This database is not a centre for you. Ask its administrator to initialise it and to add you. ({detail})"
    )


class CentreFailed(CentreUnreachable):
    """The centre answered with an error that is nobody's fault here. Params: `detail`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "The centre could not do this. Your work is saved here and will be sent later. Tell its administrator: {detail}"
    )


class AdministrationRefused(CrmError):
    """The centre's administration says no, in an English sentence of its own. Params: `reason`."""

    template = "{reason}"
