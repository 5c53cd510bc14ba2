"""The Qt toolkit: shell, tasks, change bus, tree and table models, forms, theme, icons. Knows no word of the CRM."""
