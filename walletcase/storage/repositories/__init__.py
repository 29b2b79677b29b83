"""One repository per group of tables; each speaks domain values and works inside one transaction."""
