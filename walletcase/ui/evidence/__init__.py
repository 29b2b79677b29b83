"""The Evidence tab: put files in, see them, say what they prove."""
