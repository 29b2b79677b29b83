"""The window "Guide and help": short pages offline, with the facts of the rules and where they are from."""
