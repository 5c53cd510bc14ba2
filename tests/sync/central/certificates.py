"""A company's certificate authority, made with the openssl program: what its administrator would do."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Authority:
    """A certificate authority in a folder; `ca_file` is what people are given."""

    folder: Path

    @classmethod
    def make(cls, folder: Path) -> "Authority":
        folder.mkdir()
        made = cls(folder)
        made._openssl(
            "req", "-x509", "-days", "2", *_KEY, "-keyout", "ca.key", "-out", "ca.crt", "-subj", f"/CN={folder.name} authority"
        )
        return made

    @property
    def ca_file(self) -> Path:
        return self.folder / "ca.crt"

    def certify(self, name: str, *alternatives: str, passphrase: str = "") -> tuple[Path, Path]:
        """Return files of a certificate for this name and of its key."""
        request = ["req", *_KEY, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={name}"]
        if alternatives:
            request += ["-addext", f"subjectAltName={','.join(alternatives)}"]
        self._openssl(*request)
        issued = ("-CA", "ca.crt", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-copy_extensions", "copy")
        self._openssl("x509", "-req", "-in", f"{name}.csr", *issued, "-out", f"{name}.crt")
        if passphrase:
            self._openssl("pkey", "-in", f"{name}.key", "-out", "protected.key", "-aes256", "-passout", f"pass:{passphrase}")
            (self.folder / "protected.key").replace(self.folder / f"{name}.key")
        (self.folder / f"{name}.key").chmod(0o600)
        return self.folder / f"{name}.crt", self.folder / f"{name}.key"

    def _openssl(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)


_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
