"""Deadlines: a date explained day by day, what a person can say about it, the day calculator, calendar years."""
