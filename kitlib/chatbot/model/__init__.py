"""Estimators and the frozen states of the experiments, one module a step. No widget, no drawing, no words."""
