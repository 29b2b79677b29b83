"""The dossier tab: the paper as it will be printed, exported and handed over."""
