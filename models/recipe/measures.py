"""The measures of the model cards. Vectors are rows; a prefix is always scaled to unit length again; ties go to the lower index."""

from collections.abc import Callable, Sequence

import numpy as np

Relevance = Sequence[dict[int, int]]


def prefix(vectors: np.ndarray, d: int) -> np.ndarray:
    """The first d dimensions at unit length."""
    cut = vectors[:, :d]
    return cut / np.linalg.norm(cut, axis=1, keepdims=True)


def spearman(pairs: np.ndarray) -> float:
    """Spearman's rank correlation of the two columns, with mid-ranks for ties."""
    first, second = _mid_ranks(pairs[:, 0]), _mid_ranks(pairs[:, 1])
    return float(np.corrcoef(first, second)[0, 1])


def _mid_ranks(values: np.ndarray) -> np.ndarray:
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[place]


def ranking(queries: np.ndarray, documents: np.ndarray, k: int) -> np.ndarray:
    """The k nearest documents of each query by dot product, best first; queries x k indices."""
    return _best(queries @ documents.T, k)


def _best(scores: np.ndarray, k: int) -> np.ndarray:
    """The places of each row's k highest scores, best first."""
    least = np.partition(scores, -k, axis=1)[:, -k]
    best = np.empty((len(scores), k), np.int64)
    for row, (values, bound) in enumerate(zip(scores, least, strict=True)):
        places = np.flatnonzero(values >= bound)
        best[row] = places[np.argsort(-values[places], kind="stable")][:k]
    return best


def ndcg(ranked: np.ndarray, relevance: Relevance) -> np.ndarray:
    """Each query's NDCG at the ranking's length: gain is the grade, as in trec_eval, discount log2 (Järvelin & Kekäläinen 2002)."""
    discount = 1 / np.log2(np.arange(2, ranked.shape[1] + 2))
    values = []
    for row, grades in zip(ranked, relevance, strict=True):
        gains = np.array([grades.get(int(document), 0) for document in row])
        ideal = np.sort(np.array(list(grades.values())))[::-1][: len(discount)]
        values.append(gains @ discount / (ideal @ discount[: len(ideal)]))
    return np.array(values)


def first_is_relevant(ranked: np.ndarray, relevance: Relevance) -> np.ndarray:
    """1 where the best document is relevant, else 0: recall@1 of queries with one relevant document."""
    return np.array([float(row[0] in grades) for row, grades in zip(ranked, relevance, strict=True)])


def overlap(ranked: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """The share of each query's documents that two rankings of one length have in common."""
    return np.array([len(np.intersect1d(a, b)) / len(a) for a, b in zip(ranked, reference, strict=True)])


def neighbours_agree(neighbours: np.ndarray, labels: Sequence[str], truth: Sequence[str]) -> np.ndarray:
    """1 where the commonest label among a text's neighbours is its own, else 0; of labels equally common the nearest's counts."""
    names, codes = np.unique(np.array(labels), return_inverse=True)
    votes = codes[neighbours]
    counts = np.stack([(votes == votes[:, [j]]).sum(axis=1) for j in range(votes.shape[1])], axis=1)
    chosen = votes[np.arange(len(votes)), counts.argmax(axis=1)]
    return (names[chosen] == np.array(truth)).astype(float)


def other_neighbours(vectors: np.ndarray, k: int) -> np.ndarray:
    """The k nearest of the other texts."""
    similar = vectors @ vectors.T
    np.fill_diagonal(similar, -np.inf)
    return _best(similar, k)


def principal_axes(sample: np.ndarray) -> np.ndarray:
    """The rotation to the principal axes of a sample, D x D, columns by falling variance. Only the fit centres: vectors are
    rotated about the origin, so cosines at full size stay what they are."""
    values, axes = np.linalg.eigh(np.cov(sample.astype(np.float64), rowvar=False))
    return axes[:, np.argsort(-values)].astype(np.float32)


def difference_interval(a: np.ndarray, b: np.ndarray, statistic: Callable[[np.ndarray], float], resamples: int = 1000,
                        seed: int = 1) -> tuple[float, float]:
    """The 95 % interval of statistic(a) - statistic(b) by the paired bootstrap over rows."""
    rng = np.random.default_rng(seed)
    rows = rng.integers(len(a), size=(resamples, len(a)))
    differences = [statistic(a[each]) - statistic(b[each]) for each in rows]
    low, high = np.percentile(differences, [2.5, 97.5])
    return float(low), float(high)
