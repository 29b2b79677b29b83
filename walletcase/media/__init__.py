"""Untrusted bytes: what a file is, how big it is, a picture of it. Risky work runs in a bounded child process."""
