"""Commands about companies and sites, and what leads share with them: find, tree, show, add, set, log, undo."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.app.cli.shapes import account_json, entry_json, hit_json, node_json, undo_json
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.scope import Under
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountRecord
from crmdesk.services.catalogue import Services
from crmdesk.services.history import HistoryEntry
from crmdesk.services.record_fields import FIELDS, FieldType, field_info
from crmdesk.services.record_key import RecordKey
from crmdesk.services.tree import TreeNode

if TYPE_CHECKING:
    from crmdesk.services.leads import LeadRecord

_SOURCE: Final = "cli"


def parse_pairs(pairs: tuple[str, ...]) -> dict[str, object]:
    """Read KEY=VALUE arguments; an empty value clears the field.

    Raises:
        click.UsageError: an argument has no `=`.
    """
    values: dict[str, object] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"“{pair}” is not KEY=VALUE.")
        values[key.strip()] = value
    return values


def resolve(services: Services, code: str) -> RecordKey:
    """Return the record a person means: by code, or by id written `company:…` or `site:…`.

    Raises:
        RecordNotFound: there is none.
    """
    kind, colon, record_id = code.partition(":")
    if colon and kind in {RecordKind.COMPANY.value, RecordKind.SITE.value}:
        return services.accounts.open(RecordKey(RecordKind(kind), record_id)).key
    return services.accounts.find_by_code(code)


def named_references(services: Services, kind: RecordKind, values: dict[str, object]) -> dict[str, object]:
    """Replace codes people type for other records (company, parent, industry, source, owner) by ids.

    Raises:
        RecordNotFound: a code or name is unknown.
    """
    resolved: dict[str, object] = {}
    for name, value in values.items():
        key = {
            "company": "company_id",
            "parent": "parent_id",
            "industry": "industry_id",
            "source": "source_id",
            "owner": "owner_id",
        }.get(name, name)
        info = field_info(kind, key)
        text = str(value).strip()
        if info is None or not text:
            resolved[key] = value
        elif info.type is FieldType.COMPANY:
            resolved[key] = resolve(services, text).id
        elif info.type is FieldType.TERM_ID and info.taxonomy is not None:
            terms = {term.code: term.id for term in services.taxonomies.terms(info.taxonomy)}
            terms |= {term.name: term.id for term in services.taxonomies.terms(info.taxonomy)} | {
                term: term for term in terms.values()
            }
            if text not in terms:
                raise RecordNotFound(what=f"{info.label} {text}")
            resolved[key] = terms[text]
        elif info.type is FieldType.USER:
            people = {user.name: user.id for user in services.users.all()} | {user.id: user.id for user in services.users.all()}
            if text not in people:
                raise RecordNotFound(what=text)
            resolved[key] = people[text]
        else:
            resolved[key] = value
    return resolved


def value_names(services: Services, record: AccountRecord) -> dict[str, str]:
    """Return the English names of a record's values that stand for something else: terms, people, companies."""
    names: dict[str, str] = {}
    users = {user.id: user.name for user in services.users.all()}
    for info in FIELDS[record.key.kind]:
        value = record.values[info.key]
        if value is None:
            continue
        if info.taxonomy is not None:
            for term in services.taxonomies.terms(info.taxonomy, "en", retired=True):
                if value == (term.id if info.type is FieldType.TERM_ID else term.code):
                    names[info.key] = term.name
        elif info.type is FieldType.USER and value in users:
            names[info.key] = users[str(value)]
        elif info.type is FieldType.COMPANY and record.path:
            names[info.key] = record.path[-1].name
    return names


@click.command("find")
@click.argument("text")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 500), help="At most so many hits.")
@click.option("--under", metavar="CODE", multiple=True, help="Only at or below this company or site.")
@click.option("--not-under", metavar="CODE", multiple=True, help="Only elsewhere than at or below this company or site.")
@json_option
@click.pass_obj
def find(session: Session, text: str, *, limit: int, under: tuple[str, ...], not_under: tuple[str, ...], as_json: bool) -> None:
    """Find companies, sites, contacts and leads by characters, pinyin, initials, code, phone digits or address."""
    with session.services() as services:
        nodes = [(resolve(services, code), False) for code in under] + [(resolve(services, code), True) for code in not_under]
        filters = [Under(key.kind, key.id, negated) for key, negated in nodes]
        hits = services.search.search(text, limit, filters).hits
    if as_json:
        print_json([hit_json(hit) for hit in hits])
        return
    print_table(
        ("kind", "code", "name", "path", "address"),
        [(hit.key.kind.value, hit.code, hit.title, " › ".join(part.name for part in hit.path), hit.address) for hit in hits],
    )


@click.command("tree")
@click.argument("code", required=False)
@click.option("--depth", default=2, show_default=True, type=click.IntRange(1, 64), help="How many levels.")
@click.option(
    "--limit", default=50, show_default=True, type=click.IntRange(1, 1_000_000), help="At most so many children of one node."
)
@json_option
@click.pass_obj
def tree(session: Session, code: str | None, depth: int, limit: int, as_json: bool) -> None:
    """Show companies and sites as a tree, from the roots or from the node CODE."""
    with session.services() as services:
        start = resolve(services, code) if code else None
        if as_json:
            print_json(_tree_json(services, start, depth, limit))
            return
        for line in _tree_lines(services, start, depth, limit, ""):
            print_line(line)


def _tree_json(services: Services, parent: RecordKey | None, depth: int, limit: int) -> list[dict[str, Any]]:
    nodes = []
    for node in services.tree.children(parent, 0, limit):
        shape = node_json(node)
        shape["children"] = _tree_json(services, node.key, depth - 1, limit) if depth > 1 and node.has_children else []
        nodes.append(shape)
    return nodes


def _tree_lines(services: Services, parent: RecordKey | None, depth: int, limit: int, indent: str) -> Iterator[str]:
    total = services.tree.count(parent)
    shown = services.tree.children(parent, 0, limit)
    for node in shown:
        yield indent + _node_line(node)
        if depth > 1 and node.has_children:
            yield from _tree_lines(services, node.key, depth - 1, limit, indent + "  ")
    if total > len(shown):
        yield f"{indent}… {total - len(shown)} more"


def _node_line(node: TreeNode) -> str:
    parts = [("▪ " if node.key.kind is RecordKind.COMPANY else "· ") + node.name]
    parts += [text for text in (node.code, node.city, node.status, node.grade) if text]
    if node.sites:
        parts.append(f"({node.sites} sites)")
    return "  ".join(parts)


@click.command("show")
@click.argument("code")
@json_option
@click.pass_obj
def show(session: Session, code: str, as_json: bool) -> None:
    """Show one company or site with its contacts and newest notes; a lead as `crmdesk leads LEAD`."""
    if _is_lead(code):
        from crmdesk.app.cli.lead_commands import show_lead

        show_lead(session, code, as_json=as_json)
        return
    with session.services() as services:
        record = services.accounts.open(resolve(services, code))
        named = value_names(services, record)
        at_site = record.key.kind is RecordKind.SITE
        contacts = services.contacts.of_site(record.key.id) if at_site else ()
        notes = services.notes.of_site(record.key.id, 20) if at_site else ()
    if as_json:
        print_json(account_json(record, contacts, notes, named))
        return
    print_line(" › ".join([*(part.name for part in record.path), record.name]))
    print_table(
        ("field", "value"),
        [
            (info.key, named.get(info.key, record.values[info.key]))
            for info in FIELDS[record.key.kind]
            if record.values[info.key] is not None
        ],
    )
    if contacts:
        print_line()
        print_table(
            ("contact", "title", "mobile", "phone", "mail"),
            [(row.name, row.title, row.mobile, row.phone, row.email) for row in contacts],
        )
    for note in notes:
        print_line(f"{note.happened_at:%Y-%m-%d} {note.text}")


_another_building: Final = click.option(
    "--another-building",
    is_flag=True,
    help="The company has a site at this address, and this is another building: kept as your decision.",
)


@click.command("add")
@click.argument("kind", type=click.Choice(["company", "site", "lead"]))
@click.argument("pairs", nargs=-1, required=True, metavar="KEY=VALUE…")
@_another_building
@click.option("--anyway", is_flag=True, help="The lead, even where somebody may have this customer already.")
@json_option
@click.pass_obj
def add(session: Session, *, kind: str, pairs: tuple[str, ...], another_building: bool, anyway: bool, as_json: bool) -> None:
    """Create a company, a site or a lead, e.g. `crmdesk add site company=JLF name=马连道店 city=北京市`."""
    if kind == RecordKind.LEAD.value:
        from crmdesk.app.cli.lead_writing import add_lead

        with session.services(create=True) as services:
            _told_lead(add_lead(services, parse_pairs(pairs), anyway=anyway), as_json=as_json)
        return
    record_kind = RecordKind(kind)
    with session.services(create=True) as services:
        values = named_references(services, record_kind, parse_pairs(pairs))
        if not values.get("code"):
            values["code"] = _proposed_code(services, record_kind, values)
        if record_kind is RecordKind.COMPANY:
            record = services.accounts.create_company(values, source=_SOURCE).record
        else:
            others = _sites_here(services, values, None) if another_building else ()
            record = services.accounts.create_site(values, other_buildings=others, source=_SOURCE).record
        named = value_names(services, record)
    if as_json:
        print_json(account_json(record, (), (), named))
        return
    print_line(f"{record.values['code'] or record.key}  {record.name}")


def _sites_here(services: Services, values: dict[str, object], key: RecordKey | None) -> list[str]:
    """Return the ids of the company's sites that stand at the address of a new or changed site."""
    stored = {} if key is None else services.accounts.open(key).values
    return [here.key.id for here in services.accounts.sites_here({**stored, **values}, key)]


def _proposed_code(services: Services, kind: RecordKind, values: dict[str, object]) -> str | None:
    if kind is RecordKind.COMPANY:
        return services.codes.for_company(str(values.get("short_name") or values.get("legal_name") or "")) or None
    if not values.get("company_id"):
        return None
    place = "".join(str(values.get(field) or "") for field in ("city", "district")) or str(values.get("name") or "")
    return services.codes.for_site(str(values["company_id"]), place) or None


@click.command("set")
@click.argument("code")
@click.argument("pairs", nargs=-1, required=True, metavar="KEY=VALUE…")
@_another_building
@json_option
@click.pass_obj
def set_(session: Session, code: str, pairs: tuple[str, ...], another_building: bool, as_json: bool) -> None:
    """Change fields of the company or site CODE, or of a lead (lead:ID); an empty value clears a field."""
    if _is_lead(code):
        from crmdesk.app.cli.lead_writing import change_lead

        with session.services() as services:
            _told_lead(change_lead(services, code, parse_pairs(pairs)), as_json=as_json)
        return
    with session.services() as services:
        key = resolve(services, code)
        changed = named_references(services, key.kind, parse_pairs(pairs))
        others = _sites_here(services, changed, key) if another_building else ()
        record = services.accounts.save(key, changed, other_buildings=others, source=_SOURCE).record
        named = value_names(services, record)
    if as_json:
        print_json(account_json(record, (), (), named))
        return
    print_line(f"{record.values['code'] or record.key}  {record.name}")


@click.command("log")
@click.argument("code")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 10_000), help="At most so many entries.")
@json_option
@click.pass_obj
def log(session: Session, code: str, limit: int, as_json: bool) -> None:
    """Show who changed what and when on one record, newest first."""
    with session.services() as services:
        entries = _history(services, _logged(services, code), limit)
    if as_json:
        print_json([entry_json(entry) for entry in entries])
        return
    rows = [
        (
            f"{entry.at.astimezone():%Y-%m-%d %H:%M}",
            entry.user_name,
            entry.action,
            change.field,
            change.old_text or change.old,
            change.new_text or change.new,
        )
        for entry in entries
        for change in entry.changes
    ]
    print_table(("when", "who", "action", "field", "before", "after"), rows)


def _logged(services: Services, code: str) -> RecordKey:
    if not _is_lead(code):
        return resolve(services, code)
    from crmdesk.app.cli.lead_naming import lead_id

    return RecordKey(RecordKind.LEAD, lead_id(services, code))


def _is_lead(code: str) -> bool:
    return code.startswith(f"{RecordKind.LEAD.value}:")


def _told_lead(record: "LeadRecord", *, as_json: bool) -> None:
    from crmdesk.app.cli.lead_shapes import lead_json

    print_json(lead_json(record, ())) if as_json else print_line(f"lead:{record.id}  {record.name}")


def _history(services: Services, key: RecordKey, limit: int) -> tuple[HistoryEntry, ...]:
    return services.history.of_record(key.kind, key.id, limit, language="en")


@click.command("undo")
@click.argument("transaction", required=False)
@json_option
@click.pass_obj
def undo(session: Session, transaction: str | None, as_json: bool) -> None:
    """Take back your own last action (a whole import counts as one), or the one of a TRANSACTION that a command printed."""
    with session.services() as services:
        if transaction is None:
            result = services.undo.undo_last(source=_SOURCE)
        else:
            result = services.undo.undo_transaction(transaction, source=_SOURCE)
    if as_json:
        print_json(undo_json(result))
        return
    print_line(f"Undone: {result.label or result.action.value}")
    for item in result.skipped:
        print_line(f"  kept {item.name} {item.field or ''}: {item.message}")
    if result.skipped_total > len(result.skipped):
        print_line(f"  … {result.skipped_total - len(result.skipped)} more")


COMMANDS: Final = (find, tree, show, add, set_, log, undo)
"""Every command of this area."""
