"""The machine: folders, lock, clock, settings, files, logs, resources."""
