"""The search box: one line over everything that was typed."""
