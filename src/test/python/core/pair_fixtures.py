"""Writes Spearman's correlations of made-up pairs, as scipy has them, at several prefixes.

    python pair_fixtures.py     # needs numpy and scipy; writes src/test/resources/metric/{pair_vectors,pair_scores,pairs}.csv
"""
import csv
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

TARGET = Path(__file__).resolve().parents[2] / "resources" / "metric"
ROWS, DIMENSION, PAIRS = 60, 12, 150


def write(name, header, lines):
    with open(TARGET / name, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(lines)


def main():
    rng = np.random.default_rng(3)
    vectors = np.round(rng.standard_normal((ROWS, DIMENSION)), 3)
    pairs = rng.integers(0, ROWS, (PAIRS, 2))
    full = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    likeness = (full[pairs[:, 0]] * full[pairs[:, 1]]).sum(axis=1)
    scores = np.round(5 * (likeness + 0.5 * rng.standard_normal(PAIRS)) / 2) / 2
    write("pair_vectors.csv", ["vector"], [[" ".join(map(str, row))] for row in vectors])
    write("pair_scores.csv", ["first", "second", "score"],
          [[a, b, s] for (a, b), s in zip(pairs.tolist(), scores.tolist())])
    lines = []
    for d in [1, 3, 6, 12]:
        cut = vectors[:, :d].astype(np.float64)
        cut /= np.linalg.norm(cut, axis=1, keepdims=True)
        cosines = (cut[pairs[:, 0]] * cut[pairs[:, 1]]).sum(axis=1).astype(np.float32)
        lines.append([d, spearmanr(cosines, scores).statistic])
    write("pairs.csv", ["d", "spearman"], lines)


main()
