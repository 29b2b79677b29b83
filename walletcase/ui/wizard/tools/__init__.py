"""What a step offers beside its form: one small card for each walletcase.domain.playbook.Tool."""
