"""How far an action has come, by its printed words."""
