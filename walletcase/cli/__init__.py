"""The command line: the window's headless twin, over the same services and without Qt. Contract: cli.md."""
