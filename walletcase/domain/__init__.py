"""What a complaint is: frozen values and pure rules. Standard library only; no I/O, no clock, no user text."""
