"""Writes the values that fingerprints and label levels are tested against: scipy's Welch test and Spearman's rho, scikit-learn's nearest
neighbours.

    python label_fixtures.py     # needs numpy, scipy, scikit-learn; writes into src/test/resources/metric
"""
import csv
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr, ttest_ind
from sklearn.neighbors import NearestNeighbors

TARGET = Path(__file__).resolve().parents[2] / "resources" / "metric"
K = 10


def numbers(values):
    return " ".join(repr(float(value)) for value in values)


def welch(variances):
    """Welch's t at each cut, from 8 to 8 before the end, over windows as METRICS has them."""
    v = np.log(variances)
    size = len(v)
    curve = []
    for cut in range(8, size - 8 + 1):
        w = max(4, min(cut // 2, size - cut, 64))
        curve.append(ttest_ind(v[cut - w : cut], v[cut : cut + w], equal_var=False).statistic)
    return curve


def fingerprints(rng):
    stepped = np.exp(rng.normal(0, 0.2, 256))
    stepped[64:] /= 1.6
    yield "stepped", stepped
    yield "ordinary", np.exp(rng.normal(0, 0.2, 384))
    yield "sorted", np.sort(np.exp(rng.normal(0, 1, 128)))[::-1]


def vote(neighbours, labels):
    """The commonest label; of equally common ones that of the nearest."""
    own = [labels[i] for i in neighbours]
    most = max(own.count(label) for label in own)
    return next(label for label in own if own.count(label) == most)


def accuracy(vectors, labels, d):
    prefix = vectors[:, :d]
    prefix = prefix / np.linalg.norm(prefix, axis=1, keepdims=True)
    found = NearestNeighbors(n_neighbors=K + 1, algorithm="brute", metric="euclidean").fit(prefix).kneighbors(prefix, return_distance=False)
    right = [vote([i for i in row if i != own][:K], labels) == labels[own] for own, row in enumerate(found)]
    return np.mean(right)


def main():
    rng = np.random.default_rng(11)
    with open(TARGET / "fingerprints.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["name", "variance", "t", "rho"])
        for name, variances in fingerprints(rng):
            rho = spearmanr(np.arange(len(variances)), np.log(variances).astype(np.float32)).statistic
            out.writerow([name, numbers(variances), numbers(welch(variances)), float(rho)])
    centres = rng.normal(size=(6, 24))
    labels = rng.integers(0, 6, 120)
    vectors = (centres[labels] + rng.normal(size=(120, 24)) * 1.6).astype(np.float32)
    with open(TARGET / "levels.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["rows", "labels", "d", "accuracy"])
        for d in (2, 4, 8, 16, 24):
            out.writerow([numbers(vectors.ravel()) if d == 2 else "", numbers(labels) if d == 2 else "", d, accuracy(vectors, labels, d)])


main()
