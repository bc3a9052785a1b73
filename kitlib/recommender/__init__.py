"""Recommender systems in a shop: try out what they compute from purchases, and what follows from it."""
