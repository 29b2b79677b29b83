"""WalletCase: one person's complaint against a bank about a digital wallet, kept and printed on their own computer."""

__version__ = "0.1.0"
