"""Which module holds which command, and the overview that `crmdesk --help` prints without importing any of them."""

from importlib import import_module
from typing import Final

import click
from typing_extensions import override

AREAS: Final[dict[str, dict[str, str]]] = {
    "account_commands": {
        "add": "Create a company, a site or a lead.",
        "find": "Find companies, sites, contacts and leads by name, pinyin, code or phone.",
        "log": "Show who changed what and when on one record.",
        "set": "Change fields of a company, site or lead.",
        "show": "Show one company or site with its contacts and newest notes.",
        "tree": "Show companies and sites as a tree.",
        "undo": "Take back your own last action; a whole import counts as one.",
    },
    "address_commands": {
        "address": "Take an address apart, and tell which premises it means.",
    },
    "central_commands": {
        "central": "Make, check and administer the central database.",
    },
    "claim_commands": {
        "assign": "Give leads to a person.",
        "claim": "Take leads out of a pool.",
        "collisions": "Say who has a company or person already.",
        "release": "Put leads back into a pool.",
    },
    "compare_commands": {
        "compare": "Say whether two names are one company, and why; or every pair of a file.",
    },
    "conversion_commands": {
        "convert": "Make a customer of a lead, or take that back.",
    },
    "developed_commands": {
        "developed": "List who developed which customers.",
    },
    "duplicate_commands": {
        "duplicates": "Search the store for companies and sites that may be one.",
    },
    "export_commands": {
        "export": "Export customers one way into a database that reports read.",
    },
    "import_commands": {
        "import": "Import companies, sites and contacts from a table file.",
        "mapping": "Print the mapping proposed for a table file.",
    },
    "lead_commands": {
        "disqualify": "Say that leads will not become customers, and why.",
        "reopen": "Take disqualified leads up again; others stay as they are.",
        "follow-up": "Record what was said or done with leads, and what comes next.",
        "leads": "List leads, or show one.",
    },
    "merge_commands": {
        "merge": "Merge two or more companies, sites or people into one.",
        "unmerge": "Take a merge back, however late.",
    },
    "move_commands": {
        "move": "Move companies and sites under another company.",
        "rollup": "Add up what stands at a node and in all below it.",
    },
    "pool_commands": {
        "pools": "List pools, their rules and what waits in them; run the rules.",
    },
    "qualification_commands": {
        "qualify": "Hold a lead against a set of criteria.",
    },
    "split_commands": {
        "split": "Make sites of the addresses an account holds.",
    },
    "store_commands": {
        "backup": "Copy the store, while others may work on it.",
        "check": "Check the store, and repair what follows from other data.",
        "demo": "Make the demo store.",
        "restore": "Put a copy of a backup in the store's place.",
    },
    "sync_commands": {
        "sync": "Exchange with the centre; connect to it, leave it, see what waits.",
    },
}
"""Module of this package → its commands with one line each. A new area is one entry; a test holds it to `COMMANDS`."""


class LazyGroup(click.Group):
    """The commands of `AREAS`; a module is imported when one of its commands is asked for."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(name for commands in AREAS.values() for name in commands)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for module, commands in AREAS.items():
            if cmd_name in commands:
                area = import_module(f"crmdesk.app.cli.{module}")
                found: click.Command = next(command for command in area.COMMANDS if command.name == cmd_name)
                return found
        return None

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(line for commands in AREAS.values() for line in commands.items()))
