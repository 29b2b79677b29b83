"""The letters of a case: choose a kind, edit, see the pages, let out, keep what was sent."""
