"""The timeline tab: every contact, what was promised, and a picture of the weeks."""
