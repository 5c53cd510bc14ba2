"""Why a clone cannot be made ready."""


class BootstrapError(Exception):
    """The clone cannot be made ready; the message says what to do."""
