"""What is due: owed by law, promised, to be reminded of, to be done next."""
