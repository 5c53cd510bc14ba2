"""One module per capability: commands in, frozen dataclasses and `Changes` out. The only way in for screens, command line and import."""
