"""Rules and channels: every fact with its source, changed by hand or by a newer pack after seeing what that moves."""
