"""Writes the accuracies that PCAs fitted on few texts are tested against: numpy's eigenvectors and a plain vote among the ten nearest.

    python rotation_fixtures.py     # needs numpy; reads levels.csv in src/test/resources/metric and writes beside it
"""
import csv
from pathlib import Path

import numpy as np

TARGET = Path(__file__).resolve().parents[2] / "resources" / "metric"
DIMENSION = 24
K = 10


def axes(vectors):
    """Eigenvectors of the second moments of unit vectors, largest first, without centring."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    values, columns = np.linalg.eigh(unit.T @ unit)
    return columns[:, np.argsort(-values)]


def vote(neighbours, labels):
    """The commonest label; of equally common ones that of the nearest."""
    own = [labels[i] for i in neighbours]
    most = max(own.count(label) for label in own)
    return next(label for label in own if own.count(label) == most)


def accuracy(vectors, labels, d):
    prefix = vectors[:, :d] / np.linalg.norm(vectors[:, :d], axis=1, keepdims=True)
    cosines = prefix @ prefix.T
    np.fill_diagonal(cosines, -np.inf)
    return np.mean([vote(np.argsort(-row, kind="stable")[:K], labels) == label for row, label in zip(cosines, labels)])


def main():
    csv.field_size_limit(10**9)
    with open(TARGET / "levels.csv", newline="", encoding="utf-8") as file:
        first = next(csv.DictReader(file))
    vectors = np.array(first["rows"].split(), dtype=float).reshape(-1, DIMENSION)
    labels = first["labels"].split()
    with open(TARGET / "rotations.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["texts", "d", "accuracy"])
        for texts in (32, 120):
            through = vectors @ axes(vectors[:texts])
            for d in (2, 4, 8, 16, 24):
                out.writerow([texts, d, accuracy(through, labels, d)])


main()
