"""What distributed engines lack, found in our SQL by PostgreSQL's own parser (`sync.md` §4): the schema stays portable to Citus and its like.

Statements are looked at as trees. Bodies of functions are looked at token by token, and so are the texts in them, which may be SQL to be
executed: PostgreSQL's parser of plpgsql does not know our types.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from pglast import ast, parse_sql, parser
from pglast.enums import ConstrType
from pglast.visitors import Visitor
from typing_extensions import override

FORBIDDEN_FUNCTIONS: Final = re.compile(
    r"pg_(try_)?advisory_\w+|pg_notify|nextval|currval|lastval|setval|pg_current_snapshot|pg_current_xact_id\w*|txid_\w+"
    r"|pg_snapshot_\w+|pg_current_wal_\w+|pg_last_wal_\w+|pg_logical_\w+|pg_create_\w*replication_slot|uuidv7"
)
"""Advisory locks (silent no-ops on CockroachDB), notifications, sequences, snapshots, positions in the log, and what only PostgreSQL 18 has."""

FORBIDDEN_TYPES: Final = frozenset(
    {"serial", "bigserial", "smallserial", "serial2", "serial4", "serial8", "xid", "xid8", "pg_lsn", "pg_snapshot"}
)
FORBIDDEN_WORDS: Final = frozenset(
    {"listen", "notify", "unlisten", "trigger", "sequence", "gist", "spgist", "deferrable", "references", "exclude"}
)
_CONSTRAINTS: Final[dict[ConstrType | None, str]] = {
    ConstrType.CONSTR_FOREIGN: "foreign key",
    ConstrType.CONSTR_EXCLUSION: "exclusion constraint",
    ConstrType.CONSTR_IDENTITY: "identity column",
    ConstrType.CONSTR_ATTR_DEFERRABLE: "deferrable constraint",
    ConstrType.CONSTR_GENERATED: "generated column",
}
_STATEMENTS: Final = {
    ast.CreateSeqStmt: "sequence",
    ast.CreateTrigStmt: "trigger",
    ast.ListenStmt: "LISTEN",
    ast.NotifyStmt: "NOTIFY",
    ast.UnlistenStmt: "UNLISTEN",
    ast.RuleStmt: "rule",
}


class _Finder(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @override
    def visit(self, ancestors: Any, node: Any) -> None:
        what = _STATEMENTS.get(type(node))
        if what is not None:
            self.found.append(what)
        elif isinstance(node, ast.Constraint):
            self._constraint(node)
        elif isinstance(node, ast.IndexStmt) and node.accessMethod not in {None, "btree"}:
            self.found.append(f"index by {node.accessMethod}")
        elif isinstance(node, ast.FuncCall) and node.funcname:
            name = node.funcname[-1].sval
            if FORBIDDEN_FUNCTIONS.fullmatch(name):
                self.found.append(name)
        elif isinstance(node, ast.TypeName) and node.names and node.names[-1].sval in FORBIDDEN_TYPES:
            self.found.append(f"type {node.names[-1].sval}")
        elif isinstance(node, ast.CreateFunctionStmt):
            self.found += _in_body(node)

    def _constraint(self, node: ast.Constraint) -> None:
        what = _CONSTRAINTS.get(node.contype)
        if what is not None:
            self.found.append(what)
        elif node.deferrable:
            self.found.append("deferrable constraint")


def _in_body(function: ast.CreateFunctionStmt) -> Iterator[str]:
    for option in function.options or ():
        if option.defname == "as":
            yield from in_text(option.arg[0].sval)


def in_text(sql: str) -> Iterator[str]:
    """Yield what is forbidden among the tokens of a piece of SQL, and in the texts it holds."""
    for token in parser.scan(sql):
        word = sql[token.start : token.end + 1]
        if token.name == "SCONST":
            inner = re.sub(r"^\$\w*\$|\$\w*\$$|^[eE]?'|'$", "", word)
            yield from (found for found in re.findall(r"\w+", inner) if _is_forbidden(found.lower()) and " " in inner)
        elif token.name not in {"SQL_COMMENT", "C_COMMENT"} and _is_forbidden(word.lower()):
            yield word


def _is_forbidden(word: str) -> bool:
    return word in FORBIDDEN_WORDS or word in FORBIDDEN_TYPES or FORBIDDEN_FUNCTIONS.fullmatch(word) is not None


def violations(sql: str) -> list[str]:
    """Return what is forbidden in some statements, by name."""
    finder = _Finder()
    finder(parse_sql(sql))
    return finder.found
