"""The estimator of the quality demo and the frozen states of its steps."""
