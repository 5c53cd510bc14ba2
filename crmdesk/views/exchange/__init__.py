"""The exchange with the centre as people see it: what waits, what came, what one holds, and the line at the bottom."""
