"""Who holds a record: the first claim to arrive, until it is given back or its days are over (`sync.md` §2.8, 23–25)."""

from datetime import timedelta
from typing import Final

from crmdesk.core.clock import from_iso, iso_ms
from crmdesk.core.vocabulary import ClaimState
from crmdesk.sync.protocol import ConflictKind, Outcome, ParkedWhy
from tests.sync.twin import pool_rules, questions, teams, tree
from tests.sync.twin.state import Row, State
from tests.sync.twin.turn import Turn, Verdict, sign, touch

DAYS: Final = 14
CLAIMED: Final = ("company", "site", "contact", "lead")


def grant(turn: Turn, claim: Row) -> Verdict:
    """Decide a claim that has just been stored."""
    if claim["tbl"] in CLAIMED:
        claim["record_id"] = tree.root(turn.state, claim["tbl"], claim["record_id"])
    holder = held(turn, claim["tbl"], claim["record_id"])
    if holder is None:
        holder = _owner(turn, claim)
    if claim["state"] != ClaimState.ASKED:
        return Outcome.APPLIED, None
    until = iso_ms(from_iso(turn.now) + timedelta(days=claim["days"] or DAYS))
    if holder is not None and holder["user_id"] == claim["user_id"]:
        holder["expires_at"] = max(until, holder["expires_at"])
        touch(turn, holder)
        claim.update(state=ClaimState.RELEASED.value, released_at=turn.now)
        _hand(turn, claim)
        return Outcome.APPLIED, None
    if holder is not None:
        return lose(turn, claim, holder)
    row = _chased(turn, claim)
    rule = None if row is None else pool_rules.broken(turn, claim, row)
    if row is not None and rule is not None:
        claim.update(state=ClaimState.RELEASED.value, released_at=turn.now)
        return questions.conflict(turn, ConflictKind.RULE, claim, "claim", fld=rule, theirs=row["pool_id"], mine=claim["user_id"])
    terms = [one["term"] or 0 for one in turn.state.rows["claim"].values() if _on(one, claim["tbl"], claim["record_id"])]
    claim.update(state=ClaimState.HELD.value, term=max(terms, default=0) + 1, granted_at=turn.now, expires_at=until)
    _hand(turn, claim)
    return Outcome.APPLIED, None


def _chased(turn: Turn, claim: Row) -> Row | None:
    """Return the lead or account that a claim is about."""
    return turn.state.row(claim["tbl"], claim["record_id"]) if claim["tbl"] in {"lead", "site"} else None


def _owner(turn: Turn, claim: Row) -> Row | None:
    """Return who has a lead, or an account that came from a pool, without a claim, and no less; other accounts may be taken along."""
    row = _chased(turn, claim)
    if row is None or row["owner_id"] in {None, claim["user_id"]} or (claim["tbl"] == "site" and row["from_pool_id"] is None):
        return None
    return {"user_id": row["owner_id"], "granted_at": row["owned_since"]}


def _hand(turn: Turn, claim: Row) -> None:
    """Give a lead, or an account that waits in a pool, to whoever holds it now: out of its pool, into his team."""
    row = _chased(turn, claim)
    if row is None or row["owner_id"] is not None or (claim["tbl"] == "site" and row["pool_id"] is None):
        return
    row["from_pool_id"] = row["pool_id"] or row["from_pool_id"]
    row.update(owner_id=claim["user_id"], owned_since=turn.now, pool_id=None, pooled_at=None, released_by_rule=None)
    sign(turn, row)
    teams.follow_owner(turn, claim["tbl"], row)


def lose(turn: Turn, claim: Row, holder: Row) -> Verdict:
    """Tell who claimed too late who has it, and since when."""
    claim.update(state=ClaimState.LOST.value, held_by=holder["user_id"], held_since=holder["granted_at"])
    theirs = {"by": holder["user_id"], "since": holder["granted_at"]}
    return questions.conflict(turn, ConflictKind.CLAIM, claim, "claim", fld=None, theirs=theirs, mine=claim["user_id"])


def held(turn: Turn, table: str, id_: str) -> Row | None:
    """Return the claim that holds a record; one whose days are over lapses when it is met."""
    for claim in turn.state.rows["claim"].values():
        if not _on(claim, table, id_) or claim["state"] != ClaimState.HELD or claim["deleted_at"] is not None:
            continue
        if claim["expires_at"] > turn.now:
            return claim
        claim["state"] = ClaimState.LAPSED.value
        touch(turn, claim)
    return None


def _on(claim: Row, table: str, id_: str) -> bool:
    return bool(claim["tbl"] == table and claim["record_id"] == id_)


def change(turn: Turn, claim: Row) -> Verdict:
    """Give a claim back; nothing else of a claim is a laptop's to change."""
    op = turn.op
    if claim["user_id"] != turn.user or (op.fld, op.new) != ("state", ClaimState.RELEASED):
        return refuse(turn, claim)
    if claim["state"] != ClaimState.HELD:
        return Outcome.SAME, None
    claim.update(state=ClaimState.RELEASED.value, released_at=turn.now)
    sign(turn, claim)
    row = _chased(turn, claim)
    if row is not None and op.old == ClaimState.ASKED and row["from_pool_id"] is not None and _got_by(claim, row):
        # not wanted before he knew that he had it
        row.update(owner_id=None, owned_since=None, pool_id=row["from_pool_id"], pooled_at=turn.now)
        sign(turn, row)
    return Outcome.APPLIED, None


def _got_by(claim: Row, row: Row) -> bool:
    return bool((row["owner_id"], row["owned_since"]) == (claim["user_id"], claim["granted_at"]))


def give_up(turn: Turn, table: str, row: Row, former: str | None) -> None:
    """What its owner gives up is no longer held: a lead by anybody, an account by him; another may have taken that along."""
    for claim in turn.state.rows["claim"].values():
        held_on = _on(claim, table, row["id"]) and claim["state"] == ClaimState.HELD and claim["deleted_at"] is None
        if held_on and (table == "lead" or claim["user_id"] == former):
            claim.update(state=ClaimState.RELEASED.value, released_at=turn.now)
            touch(turn, claim)


def refuse(turn: Turn, claim: Row) -> Verdict:
    """Keep a change of somebody else's claim for its holder."""
    team, user = claim["team_id"], claim["user_id"]
    return questions.park(turn, ParkedWhy.GUARDED, table="claim", id_=claim["id"], team=team, for_user=user)


def follow(turn: Turn, table: str, loser: str, survivor: Row) -> None:
    """After a merge claims are on the survivor; of two that hold it the survivor's own stays."""
    staying = held(turn, table, survivor["id"])
    for claim in list(turn.state.rows["claim"].values()):
        if not _on(claim, table, loser):
            continue
        leaving = claim["state"] == ClaimState.HELD and claim["deleted_at"] is None
        claim["record_id"] = survivor["id"]
        if claim["team_id"] != survivor["team_id"]:
            turn.state.leave.append((turn.n, claim["team_id"], "claim", claim["id"]))
            claim["team_id"] = survivor["team_id"]
        sign(turn, claim)
        if leaving and staying is not None:
            _give_way(turn, claim, staying)


def _give_way(turn: Turn, claim: Row, staying: Row) -> None:
    if claim["user_id"] == staying["user_id"]:
        claim.update(state=ClaimState.RELEASED.value, released_at=turn.now)
    else:
        asked = Turn(turn.state, claim["user_id"], turn.n, turn.op)
        lose(asked, claim, staying)


def prolong(state: State, user: str) -> None:
    """Let the days of what somebody holds count from his work on it, twice a day at most; at the end of his commit."""
    records: set[str | None] = set()
    for op in state.ops.values():
        if op.n != state.n or op.outcome != Outcome.APPLIED:
            continue
        if op.about[0] in CLAIMED:
            records.add(op.about[1])
        if isinstance(op.new, dict):
            site = op.new.get("site_id")
            records |= {tree.root(state, "site", site) if site else None, op.new.get("lead_id")}
    for claim in state.rows["claim"].values():
        if claim["record_id"] not in records or claim["user_id"] != user:
            continue
        if claim["state"] != ClaimState.HELD or claim["deleted_at"] is not None or claim["expires_at"] <= state.now:
            continue
        days = claim["days"] or DAYS
        if claim["expires_at"] < iso_ms(from_iso(state.now) + timedelta(days=days, hours=-12)):
            claim.update(expires_at=iso_ms(from_iso(state.now) + timedelta(days=days)), rv=state.n)


def everyone_holding(state: State, table: str, id_: str) -> list[Row]:
    """Return the claims that hold a record now: at most one, if the rules are kept."""
    rows = state.each("claim")
    return [one for one in rows if _on(one, table, id_) and one["state"] == ClaimState.HELD and one["expires_at"] > state.now]
