"""Whose certificates prove that a server is the centre: the company's own authority, or what this computer trusts.

libpq's own `sslrootcert=system` asks the OpenSSL it was built with, and the one inside psycopg's wheels looks in a folder that no
machine has; so the computer's list is given to it as a file.
"""

import ssl
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from crmdesk.sync.central.errors import CentreUntrusted

_USUAL_PLACES: Final = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def trusted_certificates(ca_file: str | None) -> str:
    """Return the path of the PEM file to check the centre's certificate with.

    Raises:
        CentreUntrusted: the company's file is not there, or this computer has no list.
    """
    if ca_file is not None:
        if not Path(ca_file).is_file():
            raise CentreUntrusted(detail=f"{ca_file}: no such file")
        return ca_file
    found = _computers_own()
    if found is None:
        raise CentreUntrusted(detail="this computer has no list of trusted authorities")
    return found


@cache
def _computers_own() -> str | None:
    if sys.platform == "win32":
        return _from_windows()
    named = ssl.get_default_verify_paths().cafile
    return next((place for place in (named, *_USUAL_PLACES) if place and Path(place).is_file()), None)


def _from_windows() -> str | None:
    """Write the certificates of the Windows store, with those a company has put there, into a file of this process."""
    trusted = ssl.create_default_context().get_ca_certs(binary_form=True)
    if not trusted:
        return None
    with tempfile.NamedTemporaryFile("w", prefix="crmdesk-ca-", suffix=".pem", delete=False, encoding="ascii") as file:
        file.write("".join(ssl.DER_cert_to_PEM_cert(certificate) for certificate in trusted))
    return file.name
