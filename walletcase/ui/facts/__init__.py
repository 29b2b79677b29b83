"""The facts tab: everything known at one glance."""
