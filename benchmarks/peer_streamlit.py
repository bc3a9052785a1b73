"""The threshold experiment in Streamlit: run by latency.py for comparison. argv[1]: file with `p` and `defective`."""

import sys

import numpy as np
import streamlit as st
from matplotlib.figure import Figure

GRID = np.round(np.linspace(0.01, 0.99, 99), 2)


@st.cache_data
def scores(file: str) -> tuple[np.ndarray, np.ndarray]:
    found = np.load(file)
    return found["p"], found["defective"]


def cost(p: np.ndarray, defective: np.ndarray, threshold: float) -> float:
    """Euro for a batch of 1,000 parts, 5 % of them defective, at 500 euro a miss and 10 euro a false alarm."""
    said = p >= threshold
    return 50 * 500 * float(np.mean(~said[defective])) + 950 * 10 * float(np.mean(said[~defective]))


threshold = st.slider("Schwelle", 0.01, 0.99, 0.5, 0.01)
p, defective = scores(sys.argv[1])
costs = [cost(p, defective, t) for t in GRID]
figure = Figure(figsize=(5.2, 3))
axes = figure.subplots()
axes.plot(GRID, costs)
axes.axvline(threshold)
axes.plot([GRID[int(np.argmin(costs))]], [min(costs)], "D")
axes.set(xlabel="Schwelle", ylabel="Kosten des Loses")
st.pyplot(figure)
st.write(f"Bei der Schwelle {threshold:.2f} kostet das Los {cost(p, defective, threshold):.0f} €.")
