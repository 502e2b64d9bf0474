#!/usr/bin/env python3
"""Draws what `LinkageBenchmarks curve --json FILE` measured: plot-curve.py FILE.json FILE.png (needs matplotlib)."""

import json
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

LINES = [
    ("everything", "everythingNanoseconds"),
    ("ranking alone", "rankingNanoseconds"),
    ("plain scan", "scanNanoseconds"),
]


def draw(axes, points, x, title, label):
    for name, field in LINES:
        axes.plot([p[x] for p in points], [p[field] / 1000 for p in points], marker="o", label=name)
    axes.set(title=title, xlabel=label, xscale="log", ylabel="µs a requirement", ylim=0)
    axes.grid(alpha=0.3)
    axes.legend()


def main(source, target):
    with open(source, encoding="utf-8") as file:
        curve = json.load(file)
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.2), sharey=True)
    draw(left, curve["moreCandidates"], "candidates", "600 codes, more capabilities", "candidates of a code")
    draw(right, curve["moreCodes"], "offers", "200 candidates of a code, more codes", "capabilities in all")
    figure.tight_layout()
    figure.savefig(target, dpi=110)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
