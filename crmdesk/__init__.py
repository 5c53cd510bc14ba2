"""crmdesk: a desktop CRM for field salespeople, built around customer sites."""
