"""What office files hold, as plain rows: the work list of a plan, and the remarks at its sentences."""
