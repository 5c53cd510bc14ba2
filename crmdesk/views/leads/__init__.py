"""The area of leads: list, record, follow-ups; qualifying and converting have packages of their own."""
