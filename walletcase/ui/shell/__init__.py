"""What all rooms share: theme, icons, texts, tasks, change signals, dialogs, failures, actions."""
