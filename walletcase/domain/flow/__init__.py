"""The flow of a complaint: playbooks as data, and the machine that walks them."""
