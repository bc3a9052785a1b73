"""Purchases: the shipped shop and a company's own table."""
