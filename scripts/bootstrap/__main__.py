"""Make this clone ready, then run the given command in its environment.

`python3 -m scripts.bootstrap SET [ARGUMENTS…]`, started in the clone's folder; SET is `run`, `test` or `package` (which lock of
`requirements/` to install), and the arguments, if any, are given to the environment's Python (`-m crmdesk --demo`, say).
A clone that is ready costs a few hundredths of a second.
"""

import os
import subprocess
import sys
from pathlib import Path

from scripts.bootstrap.interpreter import require_python

ROOT = Path(__file__).resolve().parents[2]
SETS = ("run", "test", "package")


def main() -> int:
    """Prepare the clone and return the exit code of the command."""
    if len(sys.argv) < 2 or sys.argv[1] not in SETS:
        print(__doc__)
        return 2
    require_python(ROOT)
    # Only a Python that is new enough gets here: the modules below may use what older ones cannot even read.
    from scripts.bootstrap.environment import Environment
    from scripts.bootstrap.errors import BootstrapError
    from scripts.bootstrap.system import provide_system_parts
    from scripts.bootstrap.translations import compile_translations

    kind, command = sys.argv[1], sys.argv[2:]
    environment = Environment(ROOT)
    try:
        provide_system_parts(for_packaging=kind == "package")
        environment.provide(kind)
        compile_translations(ROOT, environment.python)
    except BootstrapError as error:
        print(f"crmdesk: {error}", file=sys.stderr)
        return 1
    if not command:
        return 0
    line = [str(environment.python), *command]
    sys.stdout.flush()
    if os.name != "nt":  # there, exec returns to the shell at once and leaves the child behind
        os.execv(line[0], line)
    return subprocess.run(line, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
