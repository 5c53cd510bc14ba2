"""What `central check` asks of the centre's own tables: schema, fingerprints, policies, rights, closure, and what ran out."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from crmdesk.core.vocabulary import Severity
from crmdesk.sync.central.checking import Asker, Check, Finding
from crmdesk.sync.central.closure import Login, Share, visible_teams
from crmdesk.sync.fields import PULL_ORDER

FUNCTIONS: Final = ("hello", "push", "pull", "enter", "reload", "head")
TOMBSTONE_DAYS: Final = 180
QUIET_DAYS: Final = 30
"""A laptop that was not seen for so long is told of."""
_SCHEMAS: Final = "('sec','crm','sync','sync_v1')"
_PEOPLE: Final = "crm_user"
_GROUPS: Final = "('crm_user','crm_auditor','crm_admin','crm_hub')"
"""Roles that logins are members of; only the first reads tables, under row security."""
_TOLD: Final = 5
"""So many names a message tells."""


def schema(asker: Asker) -> Iterator[Finding]:
    """The six functions and every synced table are there."""
    functions = {
        row[0]
        for row in asker.rows(
            "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid=p.pronamespace WHERE n.nspname='sync_v1'"
        )
    }
    tables = {row[0] for row in asker.rows("SELECT tablename FROM pg_tables WHERE schemaname='crm'")}
    missing = [f"sync_v1.{name}" for name in FUNCTIONS if name not in functions]
    missing += [f"crm.{name}" for name in PULL_ORDER if name not in tables]
    if missing:
        yield Finding(Severity.ERROR, "schema", f"Not there: {_some(missing)}.", "Run crmdesk central upgrade.")


def fingerprints(asker: Asker) -> Iterator[Finding]:
    """The story of commits has no gap, and every edit belongs to a commit of it."""
    cure = "Restore the newest backup; laptops send again what it lacks."
    for stream, head, count, first, last in asker.rows(
        """SELECT s.id, s.n, count(c.n), min(c.n), max(c.n) FROM sync.stream s LEFT JOIN sync.commit c ON c.stream_id=s.id GROUP BY 1,2 ORDER BY 1"""
    ):
        if count and (first != 1 or last != head or count != head):
            yield Finding(
                Severity.ERROR,
                "fingerprints",
                f"Stream {stream} stands at {head} and has {count} commits, {first} to {last}.",
                cure,
            )
        if not count and head:
            yield Finding(Severity.ERROR, "fingerprints", f"Stream {stream} stands at {head} and has no commits.", cure)
    stray = asker.one(
        "SELECT count(*) FROM sync.op o WHERE NOT EXISTS (SELECT 1 FROM sync.commit c WHERE c.stream_id=o.stream_id AND c.n=o.n)"
    )
    if stray:
        yield Finding(Severity.ERROR, "fingerprints", f"{stray} edits belong to no commit.", cure)
    for device, last_no, count, newest in asker.rows(
        """SELECT d.id, d.last_no, count(b.no), coalesce(max(b.no), 0) FROM sync.device d LEFT JOIN sync.batch b ON b.device_id=d.id
        GROUP BY 1,2 HAVING count(b.no)<>d.last_no OR coalesce(max(b.no), 0)<>d.last_no LIMIT 5"""
    ):
        message = f"Device {device} stands at batch {last_no}, and {count} batches up to {newest} are kept."
        yield Finding(Severity.ERROR, "fingerprints", message, cure)


def newest_versions(asker: Asker) -> Iterator[Finding]:
    """No row is newer than the newest commit: somebody wrote past the functions."""
    for table in PULL_ORDER:
        ahead = asker.one(f"SELECT count(*) FROM crm.{table} r JOIN sync.stream s ON s.id=r.stream_id WHERE r.rv>s.n")
        if ahead:
            yield Finding(
                Severity.ERROR,
                "versions",
                f"{ahead} rows of {table} are newer than the newest commit.",
                "Never write to crm.* by hand.",
            )


def policies(asker: Asker) -> Iterator[Finding]:
    """Row security is on, forced and has a policy on every table of `crm`."""
    for table, is_on, is_forced, count in asker.rows(
        """SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, count(p.oid) FROM pg_class c
        JOIN pg_namespace n ON n.oid=c.relnamespace LEFT JOIN pg_policy p ON p.polrelid=c.oid
        WHERE n.nspname='crm' AND c.relkind IN ('r','p') GROUP BY 1,2,3 ORDER BY 1"""
    ):
        if not (is_on and is_forced and count):
            state = f"enabled {is_on}, forced {is_forced}, {count} policies"
            yield Finding(
                Severity.ERROR, "policies", f"Row security of crm.{table} is not whole: {state}.", "Run crmdesk central upgrade."
            )


def rights(asker: Asker) -> Iterator[Finding]:
    """Laptops may call the six functions and read `crm`, nothing else; nobody else may do anything."""
    cure = "Run crmdesk central upgrade, then grant nothing by hand."
    for who, schema_name, table, right in asker.rows(
        f"""SELECT coalesce(r.rolname, 'everybody'), n.nspname, c.relname, a.privilege_type FROM pg_class c
        JOIN pg_namespace n ON n.oid=c.relnamespace, aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid=a.grantee
        WHERE n.nspname IN {_SCHEMAS} AND a.grantee<>c.relowner AND (a.grantee=0 OR r.rolcanlogin OR r.rolname IN {_GROUPS})
          AND NOT (a.privilege_type='SELECT' AND n.nspname IN ('crm','sync_v1') AND r.rolname='{_PEOPLE}') ORDER BY 1,2,3,4 LIMIT 20"""
    ):
        yield Finding(Severity.ERROR, "rights", f"{who} has {right} on {schema_name}.{table}.", cure)
    for schema_name, function in asker.rows(
        f"""SELECT n.nspname, p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid=p.pronamespace
        WHERE n.nspname IN {_SCHEMAS} AND has_schema_privilege('{_PEOPLE}', n.oid, 'USAGE') AND has_function_privilege('{_PEOPLE}', p.oid, 'EXECUTE')
          AND NOT (n.nspname='sync_v1' AND p.proname=ANY(%s)) AND NOT (n.nspname='sec' AND p.proname IN ('uid','my_teams','my_write_teams'))
        ORDER BY 1,2 LIMIT 20""",
        list(FUNCTIONS),
    ):
        yield Finding(Severity.ERROR, "rights", f"Everybody may call {schema_name}.{function}.", cure)
    for schema_name, function in asker.rows(
        f"""SELECT n.nspname, p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid=p.pronamespace
        WHERE n.nspname IN {_SCHEMAS} AND p.prosecdef
          AND NOT EXISTS (SELECT 1 FROM unnest(coalesce(p.proconfig, '{{}}')) o WHERE o LIKE 'search_path=%%') ORDER BY 1,2"""
    ):
        yield Finding(
            Severity.ERROR, "rights", f"{schema_name}.{function} runs with its owner's rights and no fixed search_path.", cure
        )
    people = asker.rows(
        """SELECT l.pg_role, r.rolname IS NOT NULL, coalesce(r.rolcanlogin, false), l.disabled_at IS NOT NULL, l.level,
            coalesce(r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication, false)
        FROM sec.login l LEFT JOIN pg_roles r ON r.rolname=l.pg_role WHERE l.pg_role IS NOT NULL ORDER BY 1"""
    )
    for role, exists, may_log_in, is_disabled, _level, is_mighty in people:
        if not exists:
            yield Finding(
                Severity.ERROR,
                "logins",
                f"The login {role} does not exist in PostgreSQL.",
                f"Disable {role}, or create the login.",
            )
        elif not may_log_in and not is_disabled:
            yield Finding(
                Severity.WARNING, "logins", f"The login {role} may not log in.", f"Disable {role} here too, or let it log in."
            )
        if is_mighty:
            yield Finding(
                Severity.ERROR,
                "logins",
                f"The login {role} has rights over the whole server.",
                f"ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS …",
            )


def closure(asker: Asker) -> Iterator[Finding]:
    """What each person may see is what posts, teams and shares say."""
    logins = [
        Login(user, team, level, is_disabled=disabled)
        for user, team, level, disabled in asker.rows("SELECT user_id, team_id, level, disabled_at IS NOT NULL FROM sec.login")
    ]
    parents = dict(asker.rows("SELECT id, parent_id FROM crm.team"))
    shares = [
        Share(team, user, whom, can_write=can_write, until=_moment(until))
        for team, user, whom, can_write, until in asker.rows("SELECT team_id, to_user, to_team, can_write, until FROM sec.share")
    ]
    wanted = visible_teams(logins, parents, shares, datetime.now(UTC))
    query = """SELECT user_id, team_id, can_write AND (write_until IS NULL OR write_until>now()) FROM sec.vis
        WHERE read_until IS NULL OR read_until>now()"""
    kept = {(user, team): write for user, team, write in asker.rows(query)}
    wrong = [key for key in wanted.keys() | kept.keys() if wanted.get(key) != kept.get(key)]
    if wrong:
        people = _some(sorted({user for user, _team in wrong}))
        cure = "Run crmdesk central upgrade; it computes them anew."
        yield Finding(Severity.ERROR, "closure", f"{len(wrong)} rights are not what teams and shares say, of: {people}.", cure)


def run_out(asker: Asker) -> Iterator[Finding]:
    """Shares and claims whose time is over, and laptops that have not been seen."""
    now = datetime.now(UTC)
    shares = sum(1 for row in asker.rows("SELECT until FROM sec.share WHERE until IS NOT NULL") if (_moment(row[0]) or now) < now)
    if shares:
        yield Finding(Severity.INFO, "shares", f"{shares} shares have run out.", "End them with crmdesk central share end.")
    claims = asker.one(
        "SELECT count(*) FROM crm.claim WHERE state='held' AND expires_at::timestamptz<now() AND deleted_at IS NULL"
    )
    if claims:
        yield Finding(Severity.INFO, "claims", f"{claims} claims have run out; whoever claims next gets the record.")
    for label, user, seen in asker.rows(
        """SELECT d.label, u.name, d.seen_at FROM sync.device d LEFT JOIN crm.app_user u ON u.id=d.user_id
        WHERE d.seen_at::timestamptz < now() - make_interval(days => %s) ORDER BY d.seen_at LIMIT 50""",
        QUIET_DAYS,
    ):
        days = (now - (_moment(seen) or now)).days
        old = days >= TOMBSTONE_DAYS
        message = f"The laptop “{label}” of {user} was not seen for {days} days{'; it will have to fetch everything anew' if old else ''}."
        yield Finding(
            Severity.WARNING if old else Severity.INFO, "devices", message, "Disable the login if it is gone." if old else ""
        )


def _moment(value: Any) -> datetime | None:
    if value is None or isinstance(value, datetime):
        return value
    found = datetime.fromisoformat(str(value))
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _some(names: list[str]) -> str:
    more = len(names) - _TOLD
    return ", ".join(names[:_TOLD]) + (f" and {more} more" if more > 0 else "")


CONTENT_CHECKS: Final[dict[str, Check]] = {
    "schema": schema,
    "fingerprints": fingerprints,
    "versions": newest_versions,
    "policies": policies,
    "rights": rights,
    "closure": closure,
    "run_out": run_out,
}
"""What is asked of the tables."""
