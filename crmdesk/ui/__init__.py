"""The Qt toolkit: shell, tasks, change bus, tree and table models, forms, theme, icons. Knows no word of the CRM."""

from crmdesk.ui.pyside_constants import keep_constants_alive

keep_constants_alive()
