"""Bring the catalogues up to the texts in the source, keeping what is translated (`make translations`)."""

import subprocess
import sys
from pathlib import Path

LANGUAGES = ("zh_CN", "zh_TW", "en")


def main() -> int:
    """Run lupdate for every language and return its exit code."""
    root = Path(__file__).resolve().parents[1]
    folder = root / "resources" / "translations"
    folder.mkdir(parents=True, exist_ok=True)
    sources = [str(path) for path in sorted((root / "crmdesk").rglob("*.py"))]
    for language in LANGUAGES:
        catalogue = folder / f"crmdesk_{language}.ts"
        line = [str(Path(sys.executable).with_name("pyside6-lupdate")), "-locations", "none", "-no-obsolete"]
        line += ["-source-language", "en", "-target-language", language, *sources, "-ts", str(catalogue)]
        if code := subprocess.run(line, check=False, cwd=root).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
