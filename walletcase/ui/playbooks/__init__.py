"""The window "Playbooks": what is there, what the person added, and adding and taking out."""
