"""The check before filing: findings with what, why and what to do, and the route through the doors."""
