"""Readiness: what is missing, contradictory, unproven or badly worded before something is filed. It only advises."""
