"""The filters with their counts and the list of cases."""
