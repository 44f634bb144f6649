"""Writes what faiss finds when it searches made-up vectors in steps, and through a graph.

    python stage_fixtures.py     # needs numpy and faiss-cpu; writes src/test/resources/retrieval/{vectors,stages,graphs}.csv
"""
import csv
from pathlib import Path

import faiss
import numpy as np

TARGET = Path(__file__).resolve().parents[2] / "resources" / "retrieval"
QUERIES, DOCUMENTS, DIMENSION, K = 20, 400, 16, 5


def cut(vectors, d):
    prefix = vectors[:, :d].astype(np.float32)
    return prefix / np.linalg.norm(prefix, axis=1, keepdims=True)


def flat(documents, query, d, rows, keep):
    index = faiss.IndexFlatIP(d)
    index.add(cut(documents[rows], d))
    return rows[index.search(cut(query[None], d), keep)[1][0]]


def write(name, header, lines):
    with open(TARGET / name, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(lines)


def main():
    TARGET.mkdir(exist_ok=True)
    rng = np.random.default_rng(7)
    scale = np.linspace(1, 0.4, DIMENSION)
    vectors = np.round(rng.standard_normal((QUERIES + DOCUMENTS, DIMENSION)) * scale, 3)
    write("vectors.csv", [f"x{i}" for i in range(DIMENSION)], vectors.tolist())
    queries, documents = vectors[:QUERIES], vectors[QUERIES:]
    every = np.arange(DOCUMENTS)
    exact = [set(flat(documents, query, DIMENSION, every, K)) for query in queries]
    lines = []
    for steps in [[(4, 5)], [(4, 20), (16, 5)], [(4, 60), (16, 5)], [(8, 20), (16, 5)], [(8, 20), (12, 5)],
                  [(2, 100), (4, 50), (8, 20), (16, 5)]]:
        recalls = []
        for query, wanted in zip(queries, exact):
            rows = every
            for d, keep in steps:
                rows = flat(documents, query, d, rows, keep)
            recalls.append(len(wanted & set(rows)) / K)
        lines.append([",".join(f"{d}:{keep}" for d, keep in steps), np.mean(recalls)])
    write("stages.csv", ["steps", "recall"], lines)
    lines = []
    for d, keep in [(4, 5), (8, 10), (16, 5), (16, 20)]:
        index = faiss.IndexHNSWFlat(d, 16, faiss.METRIC_INNER_PRODUCT)
        index.hnsw.efConstruction = 100
        index.hnsw.efSearch = keep
        index.add(cut(documents, d))
        found = index.search(cut(queries, d), keep)[1]
        nearest = [set(flat(documents, query, d, every, keep)) for query in queries]
        lines.append([d, keep, np.mean([len(a & set(b)) / keep for a, b in zip(nearest, found)])])
    write("graphs.csv", ["d", "keep", "recall"], lines)


main()
