"""The empty start."""
