"""What this person chose on this machine: a typed schema kept as TOML, never as strings that lie (`style.md` §4.5).

What belongs to the organisation (taxonomies, say) lives in the store, not here; no secret is ever written here.
"""

import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

LANGUAGES: Final = ("zh_CN", "zh_TW", "en")
THEMES: Final = ("system", "light", "dark")
SCALES: Final = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Settings:
    """All preferences with their defaults.

    Attributes:
        language: one of `LANGUAGES`, or `system`.
        theme: one of `THEMES`.
        scale: size of the whole window in per cent, one of `SCALES`.
        industry_depth: levels of the industry tree offered for choosing, 1 … 4 (`facts.md` §7).
        backup_hours: hours between two automatic backups, 0 switches them off.
        backups_kept: how many automatic backups are kept.
        backup_folder: where they go; empty means beside the store.
        store: path of the store opened last; empty means the default place.
        tree_columns: columns of the accounts tree, in order.
        lead_views: saved views of the list of leads, a line of JSON each (`services.lead_views`).
        exchange_minutes: minutes between two exchanges with the centre, where there is one; 0: by the button only.
        export_to, export_user, export_schema: database, login and schema of the last export; never a password.
        first_start_done: whether the first-start page was answered.
    """

    language: str = "system"
    theme: str = "system"
    scale: int = 100
    industry_depth: int = 4
    backup_hours: int = 8
    backups_kept: int = 10
    backup_folder: str = ""
    store: str = ""
    tree_columns: tuple[str, ...] = field(default=("name", "city", "status", "grade", "sites"))
    lead_views: tuple[str, ...] = ()
    exchange_minutes: int = 5
    export_to: str = ""
    export_user: str = ""
    export_schema: str = ""
    first_start_done: bool = False

    def checked(self) -> "Settings":
        """Return a copy in which every value that is out of its range is the default again."""
        default = Settings()
        return replace(
            self,
            language=self.language if self.language in ("system", *LANGUAGES) else default.language,
            theme=self.theme if self.theme in THEMES else default.theme,
            scale=self.scale if self.scale in SCALES else default.scale,
            industry_depth=min(4, max(1, self.industry_depth)),
            backup_hours=min(24 * 30, max(0, self.backup_hours)),
            exchange_minutes=min(24 * 60, max(0, self.exchange_minutes)),
            backups_kept=min(1000, max(1, self.backups_kept)),
        )


def load_settings(path: Path) -> Settings:
    """Read the settings; a missing or damaged file, an unknown key or a value of the wrong type gives the default."""
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Settings()
    known: dict[str, Any] = {}
    for item in fields(Settings):
        value = raw.get(item.name)
        default = getattr(Settings(), item.name)
        if isinstance(default, tuple) and isinstance(value, list) and all(isinstance(part, str) for part in value):
            known[item.name] = tuple(value)
        elif value is not None and type(value) is type(default):
            known[item.name] = value
    return Settings(**known).checked()


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all (a new file takes the old one's place).

    Raises:
        OSError: the folder cannot be written.
    """
    import tomli_w

    path.parent.mkdir(parents=True, exist_ok=True)
    values = {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(settings).items()}
    fresh = path.with_suffix(".new")
    fresh.write_text(tomli_w.dumps(values), encoding="utf-8")
    fresh.replace(path)
