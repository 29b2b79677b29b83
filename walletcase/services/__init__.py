"""Use cases: one public method is one intention of the person and one unit of work."""
