"""How everything looks: tokens, the theme made of them, icons."""
