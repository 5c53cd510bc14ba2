"""The headless commands: the same services as the window, tables for people and `--json` for programs (`docs/cli.md`)."""
