"""The Qt toolkit: shell, tasks, change bus, tree and table models, forms, theme, icons. Knows no word of the CRM."""

from crmdesk.ui.light_imports import tell_by_name

tell_by_name()
