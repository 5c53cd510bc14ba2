"""The local encrypted SQLite store: engine, unit of work, change capture, search index, migrations, backup."""
