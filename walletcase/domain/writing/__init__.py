"""Letters in the making: which kind, to whom, of which facts, and what is still missing."""
