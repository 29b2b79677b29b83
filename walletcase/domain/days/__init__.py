"""Days: what is known of a year, and counting them so that the count explains itself."""
