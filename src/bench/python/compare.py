"""Times what one move of the slider costs in numpy and in faiss, which recompute a prefix, in rows of the benchmarks' table."""

import argparse
import os
import time

import faiss
import numpy as np

STEP = 8
TOP = 100


def random_rows(rows, dimension, seed=1):
    """Uniform entries, rows of length 1, filled in blocks so that no second copy is needed."""
    rng = np.random.default_rng(seed)
    vectors = np.empty((rows, dimension), dtype=np.float32)
    for start in range(0, rows, 8192):
        block = rng.random((min(8192, rows - start), dimension), dtype=np.float32) * 2 - 1
        vectors[start : start + len(block)] = block / np.linalg.norm(block, axis=1, keepdims=True)
    return vectors


def top_numpy(vectors, query, d):
    """Cosines of all rows at prefix d, and the best of them, sorted; nothing is kept from one prefix to the next."""
    prefix = vectors[:, :d]
    norms = np.sqrt(np.einsum("ij,ij->i", prefix, prefix))
    scores = prefix @ query[:d] / (norms * np.linalg.norm(query[:d]))
    best = np.argpartition(-scores, TOP)[:TOP]
    return best[np.argsort(-scores[best])]


def full_numpy(vectors, query, d):
    """The full ranking at prefix d."""
    prefix = vectors[:, :d]
    norms = np.sqrt(np.einsum("ij,ij->i", prefix, prefix))
    return np.argsort(-(prefix @ query[:d] / norms), kind="stable")


def faiss_index(vectors, d):
    """An index of the re-normalised prefixes, which faiss needs for each d anew."""
    prefix = np.ascontiguousarray(vectors[:, :d])
    faiss.normalize_L2(prefix)
    index = faiss.IndexFlatIP(d)
    index.add(prefix)
    return index


def times(work, prefixes):
    """Mean and best milliseconds of a work over prefixes, after one run to warm up."""
    work(prefixes[0])
    taken = []
    for d in prefixes:
        start = time.perf_counter()
        work(d)
        taken.append((time.perf_counter() - start) * 1e3)
    return np.mean(taken), min(taken)


def row(what, rows, dimension, mean, best):
    print(f"| {what:<22} | {rows:>9} | {dimension:>5} | float32 | {mean:9.3f} | {best:9.3f} |        |       |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--dimension", type=int, default=768)
    parser.add_argument("--moves", type=int, default=5)
    options = parser.parse_args()
    rows, dimension = options.rows, options.dimension
    vectors = random_rows(rows, dimension)
    query = random_rows(1, dimension, seed=2)[0]
    prefixes = [dimension // 2 + STEP * i for i in range(options.moves)]
    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}, numpy {np.__version__}, faiss {faiss.__version__}; times in ms\n")
    print("| what                   |      rows |  dims | format  |      mean |      best |   GB/s | share |")
    print("|---|---:|---:|---|---:|---:|---:|---:|")
    row("numpy top 100", rows, dimension, *times(lambda d: top_numpy(vectors, query, d), prefixes))
    row("numpy full ranking", rows, dimension, *times(lambda d: full_numpy(vectors, query, d), prefixes))
    row("faiss index a prefix", rows, dimension, *times(lambda d: faiss_index(vectors, d), prefixes[:2]))
    indices = {}

    def search(d):
        scaled = (query[:d] / np.linalg.norm(query[:d]))[np.newaxis]
        return indices[d].search(scaled, TOP)

    taken = []
    for d in prefixes:
        # One index at a time: each is a copy of the prefix.
        indices = {d: faiss_index(vectors, d)}
        taken.append(times(search, [d]))
    row("faiss top 100, indexed", rows, dimension, np.mean([mean for mean, _ in taken]), min(best for _, best in taken))


if __name__ == "__main__":
    main()
