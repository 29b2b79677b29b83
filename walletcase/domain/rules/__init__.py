"""The rule pack: facts of law and channels as data, each with its source, check date and mark."""
