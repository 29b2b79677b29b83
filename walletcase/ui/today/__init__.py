"""Today: what there is to do over all cases, overdue first, and until when there is nothing to do."""
