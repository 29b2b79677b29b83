"""The dossier as a tree, before it is paper."""
