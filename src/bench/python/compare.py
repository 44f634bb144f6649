"""Does the work of the benchmarks' targets in numpy and in faiss, on the same machine, and prints rows of the same table."""

import argparse
import os
import resource
import sys
import tempfile
import time

import faiss
import numpy as np
import scipy
from scipy.stats import kendalltau, spearmanr

STEP = 8
TOP = 100
# Of the agreement curve, as in the app: depth of the overlap, depth and persistence of the rank-biased overlap, rows of the correlations.
OVERLAP = 10
RBO_DEPTH = 100
RBO_PERSISTENCE = 0.9
CORRELATED = 20_000
BLOCK = 8192
# Prefixes at which faiss's curve is measured; it needs an index for each.
FAISS_CURVE_POINTS = 6
# The mean over many queries is taken at some prefixes.
QUERIES = 50
QUERY_PREFIXES = 48


def unit(block):
    return block / np.linalg.norm(block, axis=1, keepdims=True)


def random_rows(rows, dimension, seed=1):
    """Uniform entries, rows of length 1, filled in blocks so that no second copy is needed."""
    rng = np.random.default_rng(seed)
    vectors = np.empty((rows, dimension), dtype=np.float32)
    for start in range(0, rows, BLOCK):
        vectors[start : start + BLOCK] = unit(rng.random((min(BLOCK, rows - start), dimension), dtype=np.float32) * 2 - 1)
    return vectors


def random_int8(rows, dimension, seed=1):
    """The same kind of rows as 8-bit integers with one scale, which is the greatest entry any of them can have."""
    rng = np.random.default_rng(seed)
    vectors = np.empty((rows, dimension), dtype=np.int8)
    scale = np.float32(2 / np.sqrt(dimension) / 127)
    for start in range(0, rows, BLOCK):
        block = unit(rng.random((min(BLOCK, rows - start), dimension), dtype=np.float32) * 2 - 1)
        vectors[start : start + BLOCK] = np.clip(np.rint(block / scale), -127, 127)
    return vectors


def cosines(vectors, query, d):
    """Cosines of all rows at prefix d, up to the query's length; nothing is kept from one prefix to the next."""
    prefix = vectors[:, :d]
    return prefix @ query[:d] / np.sqrt(np.einsum("ij,ij->i", prefix, prefix))


def cosines_int8(vectors, query, d):
    """The same of 8-bit rows, made floats in blocks that fit the processor's cache."""
    scores = np.empty(len(vectors), dtype=np.float32)
    for start in range(0, len(vectors), BLOCK):
        block = vectors[start : start + BLOCK, :d].astype(np.float32)
        scores[start : start + BLOCK] = block @ query[:d] / np.sqrt(np.einsum("ij,ij->i", block, block))
    return scores


def best(scores, count):
    """The rows of the highest scores, sorted."""
    found = np.argpartition(-scores, count)[:count]
    return found[np.argsort(-scores[found])]


def moves(scores, full_rank):
    """How many rows stand elsewhere than in the full ranking."""
    order = np.argsort(-scores, kind="stable")
    return np.count_nonzero(full_rank[order] != np.arange(len(order)))


def faiss_index(vectors, d):
    """An index of the re-normalised prefixes, which faiss needs for each d anew."""
    prefix = np.ascontiguousarray(vectors[:, :d])
    faiss.normalize_L2(prefix)
    index = faiss.IndexFlatIP(d)
    index.add(prefix)
    return index


def faiss_index_int8(vectors, d):
    """An index of re-normalised prefixes at 8 bits an entry, filled in blocks."""
    index = faiss.IndexScalarQuantizer(d, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)
    for start in range(0, len(vectors), BLOCK * 16):
        block = np.ascontiguousarray(vectors[start : start + BLOCK * 16, :d], dtype=np.float32)
        faiss.normalize_L2(block)
        if not index.is_trained:
            index.train(block)
        index.add(block)
    return index


def faiss_top(index, query, d, count):
    return index.search(unit(query[np.newaxis, :d]), count)


def tops_at_every_prefix(vectors, query, depth):
    """The best rows at every prefix in one pass: running sums of blocks, a row of them a prefix, and of each block its best."""
    rows, dimension = vectors.shape
    scores = np.full((dimension, 0), -np.inf, dtype=np.float32)
    found = np.zeros((dimension, 0), dtype=np.int64)
    for start in range(0, rows, BLOCK):
        columns = np.ascontiguousarray(vectors[start : start + BLOCK].T)
        cosine = np.cumsum(columns * query[:, np.newaxis], axis=0)
        cosine /= np.sqrt(np.cumsum(columns * columns, axis=0))
        count = min(depth, columns.shape[1])
        some = np.argpartition(cosine, -count, axis=1)[:, -count:]
        scores = np.concatenate([scores, np.take_along_axis(cosine, some, axis=1)], axis=1)
        found = np.concatenate([found, some + start], axis=1)
        kept = np.argsort(-scores, axis=1, kind="stable")[:, :depth]
        scores = np.take_along_axis(scores, kept, axis=1)
        found = np.take_along_axis(found, kept, axis=1)
    return found


def overlap_curve(tops):
    return [len(np.intersect1d(top[:OVERLAP], tops[-1][:OVERLAP])) / OVERLAP for top in tops]


def rank_biased_overlap(top, full):
    """Extrapolated from two lists of equal length without ties."""
    _, places, full_places = np.intersect1d(top, full, assume_unique=True, return_indices=True)
    agreed = np.cumsum(np.bincount(np.maximum(places, full_places), minlength=len(top)))
    depths = np.arange(1, len(top) + 1)
    weights = RBO_PERSISTENCE**depths
    return (1 - RBO_PERSISTENCE) / RBO_PERSISTENCE * np.sum(agreed / depths * weights) + agreed[-1] / depths[-1] * weights[-1]


def agreement_curve(vectors, query):
    """Overlap and rank-biased overlap from all rows, Kendall's and Spearman's correlation from a sample of them."""
    tops = tops_at_every_prefix(vectors, query, RBO_DEPTH)
    sample = vectors[:: max(1, len(vectors) // CORRELATED)][:CORRELATED]
    scores = np.cumsum(sample * query, axis=1) / np.sqrt(np.cumsum(sample * sample, axis=1))
    full = scores[:, -1]
    correlations = [(kendalltau(column, full).statistic, spearmanr(column, full).statistic) for column in scores.T]
    return overlap_curve(tops), [rank_biased_overlap(top, tops[-1]) for top in tops], correlations


def agreement_of_many(vectors, queries, prefixes):
    """Overlap and rank-biased overlap of several queries: one product of matrices a block and step of prefixes, of each its best rows."""
    found = [np.zeros((len(queries), 0), dtype=np.int64) for _ in prefixes]
    scores = [np.zeros((len(queries), 0), dtype=np.float32) for _ in prefixes]
    for start in range(0, len(vectors), BLOCK):
        block = vectors[start : start + BLOCK]
        dots = np.zeros((len(queries), len(block)), dtype=np.float32)
        squares = np.zeros(len(block), dtype=np.float32)
        for i, (low, high) in enumerate(zip([0] + prefixes[:-1], prefixes)):
            step = block[:, low:high]
            dots += queries[:, low:high] @ step.T
            squares += np.einsum("ij,ij->i", step, step)
            cosine = dots / np.sqrt(squares)
            some = np.argpartition(cosine, -RBO_DEPTH, axis=1)[:, -RBO_DEPTH:] if len(block) > RBO_DEPTH else np.tile(np.arange(len(block)), (len(queries), 1))
            all_scores = np.concatenate([scores[i], np.take_along_axis(cosine, some, axis=1)], axis=1)
            all_found = np.concatenate([found[i], some + start], axis=1)
            kept = np.argsort(-all_scores, axis=1, kind="stable")[:, :RBO_DEPTH]
            scores[i] = np.take_along_axis(all_scores, kept, axis=1)
            found[i] = np.take_along_axis(all_found, kept, axis=1)
    overlaps = [[len(np.intersect1d(tops[q][:OVERLAP], found[-1][q][:OVERLAP])) / OVERLAP for q in range(len(queries))] for tops in found]
    biased = [[rank_biased_overlap(tops[q], found[-1][q]) for q in range(len(queries))] for tops in found]
    return overlaps, biased


def pca(vectors):
    """The eigenvectors of the uncentred second moments, largest first."""
    return np.linalg.eigh(vectors.T @ vectors)[1][:, ::-1]


def times(work, settings, warm_up=True):
    """Mean and best milliseconds of a work over its settings, after one run to warm up."""
    if warm_up:
        work(settings[0])
    taken = []
    for setting in settings:
        start = time.perf_counter()
        work(setting)
        taken.append((time.perf_counter() - start) * 1e3)
    return np.mean(taken), min(taken)


def row(what, shape, number_format, mean, least):
    print(f"| {what:<28} | {shape[0]:>9} | {shape[1]:>5} | {number_format} | {mean:9.3f} | {least:9.3f} |        |       |", flush=True)


def resident():
    """Bytes that the process has in memory now."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * resource.getpagesize()


def memory_row(who, shape):
    """The memory in use beside what the vectors take by themselves; not a time."""
    share = resident() / (shape[0] * shape[1] * 4)
    print(f"| {who + ' memory':<28} | {shape[0]:>9} | {shape[1]:>5} | float32 | {share:9.3f} | {share:9.3f} |        |       |", flush=True)


def compare_floats(rows, dimension, count):
    vectors = random_rows(rows, dimension)
    query = random_rows(1, dimension, seed=2)[0]
    prefixes = [dimension // 2 + STEP * i for i in range(count)]
    row("numpy top 100", vectors.shape, "float32", *times(lambda d: best(cosines(vectors, query, d), TOP), prefixes))
    full_rank = np.empty(rows, dtype=np.int64)
    full_rank[np.argsort(-cosines(vectors, query, dimension), kind="stable")] = np.arange(rows)
    row("numpy moves", vectors.shape, "float32", *times(lambda d: moves(cosines(vectors, query, d), full_rank), prefixes))
    if os.path.exists("/proc/self/statm"):
        memory_row("numpy", vectors.shape)
    row("numpy overlap curve", vectors.shape, "float32", *times(lambda _: overlap_curve(tops_at_every_prefix(vectors, query, OVERLAP)), [0], warm_up=False))
    row("numpy agreement curve", vectors.shape, "float32", *times(lambda _: agreement_curve(vectors, query), [0], warm_up=False))
    half = np.ascontiguousarray(vectors[:, : dimension // 2])
    at = [half.shape[1] * i // QUERY_PREFIXES for i in range(1, QUERY_PREFIXES + 1)]
    many = half[:: max(1, rows // QUERIES)][:QUERIES]
    row("numpy many queries", half.shape, "float32", *times(lambda _: agreement_of_many(half, many, at), [0], warm_up=False))
    del half
    row("numpy pca", vectors.shape, "float32", *times(lambda _: pca(vectors), [0], warm_up=False))
    axes = np.ascontiguousarray(pca(vectors[:20_000]).astype(np.float32))
    row("numpy rotated", vectors.shape, "float32", *times(lambda _: np.asfortranarray(unit(vectors @ axes)), [0], warm_up=False))
    row("faiss index", vectors.shape, "float32", *times(lambda d: faiss_index(vectors, d), prefixes[:2]))
    index = faiss_index(vectors, prefixes[0])
    row("faiss top 100", vectors.shape, "float32", *times(lambda d: faiss_top(index, query, d, TOP), prefixes[:1] * count))
    if os.path.exists("/proc/self/statm"):
        memory_row("faiss", vectors.shape)
    row("faiss moves", vectors.shape, "float32", *times(lambda d: faiss_top(index, query, d, rows), prefixes[:1], warm_up=False))
    del index
    points = np.linspace(1, dimension, FAISS_CURVE_POINTS).astype(int).tolist()
    mean, least = times(lambda d: faiss_top(faiss_index(vectors, d), query, d, OVERLAP), points)
    row("faiss overlap curve", vectors.shape, "float32", mean * dimension, least * dimension)


def compare_int8(rows, dimension, count):
    vectors = random_int8(rows, dimension)
    query = random_rows(1, dimension, seed=2)[0]
    prefixes = [dimension // 2 + STEP * i for i in range(count)]
    row("numpy top 100", vectors.shape, "int8", *times(lambda d: best(cosines_int8(vectors, query, d), TOP), prefixes))
    row("faiss index", vectors.shape, "int8", *times(lambda d: faiss_index_int8(vectors, d), prefixes[:1], warm_up=False))
    index = faiss_index_int8(vectors, prefixes[0])
    row("faiss top 100", vectors.shape, "int8", *times(lambda d: faiss_top(index, query, d, TOP), prefixes[:1] * count))


def compare_import(rows, dimension):
    """What must be done to use a file: for prefixes of columns in numpy, for search in faiss."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "vectors.npy"), os.path.join(folder, "target")
        np.save(source, random_rows(rows, dimension))

        def numpy_import(_):
            vectors = np.load(source)
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            with open(target, "wb") as out:
                np.save(out, np.asfortranarray(vectors))

        def faiss_import(_):
            vectors = np.load(source)
            faiss.normalize_L2(vectors)
            index = faiss.IndexFlatIP(dimension)
            index.add(vectors)
            faiss.write_index(index, target)

        row("numpy import", (rows, dimension), "float32", *times(numpy_import, [0, 1], warm_up=False))
        os.remove(target)
        row("faiss import", (rows, dimension), "float32", *times(faiss_import, [0, 1], warm_up=False))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--dimension", type=int, default=768)
    parser.add_argument("--int8-rows", type=int, default=10_000_000, help="0 leaves this part out")
    parser.add_argument("--int8-dimension", type=int, default=256)
    parser.add_argument("--moves", type=int, default=5, help="moves of the slider")
    options = parser.parse_args()
    print(
        f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}, Python {sys.version_info.major}.{sys.version_info.minor}, "
        f"numpy {np.__version__}, scipy {scipy.__version__}, faiss {faiss.__version__}; times in ms\n"
    )
    print("| what                         |      rows |  dims | format  |      mean |      best |   GB/s | share |")
    print("|---|---:|---:|---|---:|---:|---:|---:|")
    compare_floats(options.rows, options.dimension, options.moves)
    compare_import(options.rows, options.dimension)
    if options.int8_rows:
        compare_int8(options.int8_rows, options.int8_dimension, options.moves)


if __name__ == "__main__":
    main()
