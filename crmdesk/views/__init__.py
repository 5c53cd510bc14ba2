"""The screens of the CRM, one package per area."""
