"""What can go wrong between laptop and centre, in words a person can act on."""

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP


class CentreUnreachable(CrmError):
    """The line broke or nobody answers; whether the call arrived is unknown."""

    template = QT_TRANSLATE_NOOP(
        "errors", "The centre cannot be reached. Your work is saved here and will be sent later. ({detail})"
    )


class CentreRefused(CrmError):
    """The centre does not know the login, the password or the certificate."""

    template = QT_TRANSLATE_NOOP("errors", "The centre does not let you in. Check the name and the password. ({detail})")


class ExchangeCancelled(CrmError):
    """The person stopped the exchange; what was exchanged so far stays exchanged."""

    template = QT_TRANSLATE_NOOP("errors", "The exchange was stopped. What is done is done; the rest follows next time.")
