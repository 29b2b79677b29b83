"""Paper on the screen and out of the printer: what the dossier and the letters share."""
