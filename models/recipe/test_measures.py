"""Checks the measures against scipy, scikit-learn and plain reckoning. Run: pytest models/recipe"""

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper
from scipy.stats import spearmanr
from sklearn.decomposition import PCA
from sklearn.metrics import ndcg_score
from sklearn.metrics.pairwise import cosine_similarity
from sklearn.neighbors import KNeighborsClassifier

import encoder
import int8
import measures


@pytest.fixture
def rng():
    return np.random.default_rng(7)


def unit(rng, rows, columns):
    return measures.prefix(rng.normal(size=(rows, columns)), columns)


def test_prefix_cosines_are_those_of_the_cut_vectors(rng):
    vectors = unit(rng, 20, 12)
    cut = measures.prefix(vectors, 5)
    np.testing.assert_allclose(cut @ cut.T, cosine_similarity(vectors[:, :5]), atol=1e-12)


@pytest.mark.parametrize("levels", [3, 1000])
def test_spearman_is_scipys_with_and_without_ties(rng, levels):
    pairs = np.floor(rng.random((200, 2)) * levels)
    assert measures.spearman(pairs) == pytest.approx(spearmanr(pairs[:, 0], pairs[:, 1]).statistic, abs=1e-12)


def test_ranking_is_a_stable_full_sort(rng):
    # Few distinct coordinates, so that many scores tie.
    queries, documents = rng.integers(-1, 2, (15, 3)).astype(float), rng.integers(-1, 2, (60, 3)).astype(float)
    expected = np.argsort(-(queries @ documents.T), axis=1, kind="stable")[:, :10]
    np.testing.assert_array_equal(measures.ranking(queries, documents, 10), expected)


def test_ndcg_is_scikit_learns_with_grades(rng):
    queries, documents = unit(rng, 30, 6), unit(rng, 50, 6)
    relevance = [{int(i): int(rng.integers(1, 4)) for i in rng.choice(50, size=rng.integers(1, 25), replace=False)}
                 for _ in range(30)]
    grades = np.array([[each.get(i, 0) for i in range(50)] for each in relevance])
    ours = measures.ndcg(measures.ranking(queries, documents, 10), relevance)
    theirs = [ndcg_score(grades[[i]], (queries @ documents.T)[[i]], k=10) for i in range(30)]
    np.testing.assert_allclose(ours, theirs, atol=1e-12)


def test_neighbours_vote_as_scikit_learns_classifier_does(rng):
    train, test = unit(rng, 300, 5), unit(rng, 80, 5)
    labels = [f"label {i}" for i in rng.integers(2, size=300)]
    truth = [f"label {i}" for i in rng.integers(2, size=80)]
    # An odd number of neighbours and two labels leave no ties.
    theirs = KNeighborsClassifier(n_neighbors=7, metric="cosine").fit(train, labels).predict(test)
    ours = measures.neighbours_agree(measures.ranking(test, train, 7), labels, truth)
    np.testing.assert_array_equal(ours, theirs == np.array(truth))


def test_of_labels_equally_common_the_nearests_counts():
    neighbours = np.array([[0, 1, 2, 3]])
    labels = ["b", "a", "a", "b"]
    assert measures.neighbours_agree(neighbours, labels, ["b"]) == [1]
    assert measures.neighbours_agree(neighbours, labels, ["a"]) == [0]


def test_a_text_is_not_its_own_neighbour(rng):
    vectors = unit(rng, 40, 4)
    expected = [np.delete(np.arange(40), i)[np.argmax(np.delete(vectors @ vectors[i], i))] for i in range(40)]
    np.testing.assert_array_equal(measures.other_neighbours(vectors, 1)[:, 0], expected)


def test_overlap_and_first_hit_by_hand():
    ranked, reference = np.array([[4, 2, 9], [1, 5, 3]]), np.array([[9, 7, 4], [8, 6, 0]])
    np.testing.assert_allclose(measures.overlap(ranked, reference), [2 / 3, 0])
    np.testing.assert_array_equal(measures.first_is_relevant(ranked, [{4: 1}, {5: 1}]), [1, 0])


def test_principal_axes_are_scikit_learns_and_keep_cosines(rng):
    sample = rng.normal(size=(500, 6)) * [1, 5, 2, 4, 3, 6] + 10
    axes = measures.principal_axes(sample)
    theirs = PCA().fit(sample).components_
    np.testing.assert_allclose(np.abs(np.sum(axes.T * theirs, axis=1)), 1, atol=1e-6)
    vectors = unit(rng, 10, 6)
    np.testing.assert_allclose((vectors @ axes) @ (vectors @ axes).T, vectors @ vectors.T, atol=1e-6)


def test_the_interval_is_that_of_normal_theory(rng):
    a, b = rng.normal(0.5, 1, 2000), rng.normal(0, 1, 2000)
    low, high = measures.difference_interval(a, b, lambda rows: float(rows.mean()))
    margin = 1.96 * (a - b).std() / np.sqrt(2000)
    assert low == pytest.approx((a - b).mean() - margin, abs=margin / 8)
    assert high == pytest.approx((a - b).mean() + margin, abs=margin / 8)


def test_runs_hold_every_text_once_and_few_tokens(rng):
    lengths = rng.integers(3, 500, size=300).tolist()
    runs = encoder.batches(lengths, 384)
    assert sorted(i for run in runs for i in run) == list(range(300))
    assert all(len(run) == 1 or len(run) * max(lengths[i] for i in run) <= 384 for run in runs)


def test_int8_weights_run_as_their_rounded_float_weights(rng, tmp_path):
    table, weights = rng.normal(size=(9, 64)).astype(np.float32), rng.normal(size=(64, 3)).astype(np.float32)
    weights[:, 1] = 0
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "ids"], ["rows"]), helper.make_node("MatMul", ["rows", "w"], ["y"])],
        "layer", [helper.make_tensor_value_info("ids", TensorProto.INT64, [None])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [None, 3])],
        [numpy_helper.from_array(table, "table"), numpy_helper.from_array(weights, "w")])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), tmp_path / "a.onnx")
    int8.quantise(tmp_path / "a.onnx", tmp_path / "b.onnx")
    ids = np.array([8, 0, 3])
    run = onnxruntime.InferenceSession(tmp_path / "b.onnx").run(None, {"ids": ids})[0]
    blocks = np.vstack([rounded(weights[:32].T).T, rounded(weights[32:].T).T])
    np.testing.assert_allclose(run, rounded(table)[ids] @ blocks, atol=1e-4)


def rounded(rows):
    """Each row in steps of a 127th of its largest entry, the step a float16."""
    step = (np.abs(rows).max(axis=1, keepdims=True) / 127).astype(np.float16).astype(np.float32)
    return np.rint(np.divide(rows, step, out=np.zeros_like(rows), where=step > 0)) * step
