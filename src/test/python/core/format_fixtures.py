"""Writes what vectors decode to in each number format, and cosines of their prefixes, computed by numpy and not by our code.

Run: pip install numpy; python format_fixtures.py
Writes vector/formats.csv under src/test/resources.
"""

import csv
import pathlib

import numpy as np

TARGET = pathlib.Path(__file__).resolve().parents[2] / "resources" / "vector" / "formats.csv"

PREFIXES = [1, 2, 7, 8, 9, 16, 23, 24]


def numbers(values):
    return " ".join(repr(float(v)) for v in values)


def decode(unit, name):
    if name == "float16":
        return unit.astype(np.float16).astype(np.float32)
    if name == "int8":
        scale = (np.abs(unit).max(axis=0) / np.float32(127)).astype(np.float32)
        safe = np.where(scale == 0, np.float32(1), scale)
        return np.rint(unit / safe).astype(np.int8).astype(np.float32) * scale
    if name == "binary":
        return (np.where(unit >= 0, 1.0, -1.0) / np.sqrt(unit.shape[1])).astype(np.float32)
    return unit


def cosines(rows, query, d):
    a, b = rows[:, :d].astype(np.float64), query[:d].astype(np.float64)
    return a @ b / np.linalg.norm(a, axis=1) / np.linalg.norm(b)


def main():
    rng = np.random.default_rng(5)
    dimension = PREFIXES[-1]
    rows = (rng.normal(size=(12, dimension)) * np.geomspace(3, 0.02, dimension)).astype(np.float32)
    rows[:, 5] = 0
    query = rng.normal(size=dimension).astype(np.float32)
    unit = (rows / np.linalg.norm(rows.astype(np.float64), axis=1, keepdims=True)).astype(np.float32)
    with open(TARGET, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["format", "rows", "query", "decoded", "prefixes", "cosines"])
        for name in ["float32", "float16", "int8", "binary"]:
            decoded = decode(unit, name)
            asked = np.where(query >= 0, 1.0, -1.0) if name == "binary" else query
            scores = ";".join(numbers(cosines(decoded, asked, d)) for d in PREFIXES)
            writer.writerow((name, ";".join(map(numbers, rows)), numbers(query), ";".join(map(numbers, decoded)), numbers(PREFIXES), scores))


if __name__ == "__main__":
    main()
