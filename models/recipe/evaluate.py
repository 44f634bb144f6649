"""Measures the exported models at every prefix and writes the figures as JSON; cards.py sets them in tables."""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import evaluation_sets
import measures
from encoder import Encoder
from export import INT8_FILE
from evaluation_sets import Labelled, Retrieval, Similarity

DIMENSIONS = (8, 16, 32, 64, 128, 256, 384)
TWINS = ("ordinary", "matryoshka")
MODELS = ("base", *TWINS)
CUTOFF = 10
CLINC_NEIGHBOURS = 10
PCA_SAMPLE = 8192
BETTER = "matryoshka"
RIVALS = ("ordinary", "ordinary-pca")

Vectors = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Sets:
    """Everything the models are measured on."""

    sts: Similarity
    scifact: Retrieval
    clinc_train: Labelled
    clinc_test: Labelled
    arxiv: Retrieval
    encyclopedia: Retrieval
    encyclopedia_levels: Labelled

    @staticmethod
    def read(shared: Path, corpora: Path, work: Path) -> "Sets":
        retrieval, levels = evaluation_sets.encyclopedia(corpora)
        return Sets(evaluation_sets.sts_benchmark(shared), evaluation_sets.scifact(shared),
                    evaluation_sets.clinc150(shared, "train"), evaluation_sets.clinc150(shared, "test"),
                    evaluation_sets.arxiv_titles(work), retrieval, levels)

    def texts(self) -> dict[str, list[str]]:
        """The texts to encode, by name."""
        lists = {"sts-left": self.sts.left, "sts-right": self.sts.right,
                 "clinc-train": self.clinc_train.texts, "clinc-test": self.clinc_test.texts}
        for name in ("encyclopedia", "arxiv", "scifact"):
            lists |= {f"{name}-queries": getattr(self, name).queries, f"{name}-documents": getattr(self, name).documents}
        return lists


def mean(rows: np.ndarray) -> float:
    return float(rows.mean())


def statistic(measure: str) -> Callable[[np.ndarray], float]:
    """What makes one figure of a measure's rows."""
    return measures.spearman if measure == "sts" else mean


def rows(sets: Sets, full: Vectors, d: int) -> dict[str, np.ndarray]:
    """Each measure's value for each of its items, at a prefix of d dimensions; for "sts" cosine and gold score. Measures whose
    texts are not among the vectors are left out."""
    at = {name: measures.prefix(vectors, d) for name, vectors in full.items()}
    found: dict[str, np.ndarray] = {}
    if "sts-left" in at:
        found["sts"] = np.stack([np.sum(at["sts-left"] * at["sts-right"], axis=1), sets.sts.gold], axis=1)
    if "scifact-queries" in at:
        ranked = measures.ranking(at["scifact-queries"], at["scifact-documents"], CUTOFF)
        whole = measures.ranking(full["scifact-queries"], full["scifact-documents"], CUTOFF)
        found["scifact"] = measures.ndcg(ranked, sets.scifact.relevance)
        found["overlap"] = measures.overlap(ranked, whole)
    if "clinc-test" in at:
        neighbours = measures.ranking(at["clinc-test"], at["clinc-train"], CLINC_NEIGHBOURS)
        for level in ("domain", "intent"):
            found[f"clinc-{level}"] = measures.neighbours_agree(neighbours, sets.clinc_train.labels[level],
                                                                sets.clinc_test.labels[level])
    if "arxiv-queries" in at:
        ranked = measures.ranking(at["arxiv-queries"], at["arxiv-documents"], 1)
        found["arxiv"] = measures.first_is_relevant(ranked, sets.arxiv.relevance)
    if "encyclopedia-queries" in at:
        ranked = measures.ranking(at["encyclopedia-queries"], at["encyclopedia-documents"], CUTOFF)
        found["encyclopedia"] = measures.ndcg(ranked, sets.encyclopedia.relevance)
        nearest = measures.other_neighbours(at["encyclopedia-documents"], 1)
        for level, labels in sets.encyclopedia_levels.labels.items():
            found[f"encyclopedia-{level}"] = measures.neighbours_agree(nearest, labels, labels)
    return found


def figures(items: Mapping[int, Mapping[str, np.ndarray]]) -> dict[str, list[float]]:
    """Each measure's figures over the prefixes."""
    return {name: [statistic(name)(items[d][name]) for d in DIMENSIONS] for name in items[DIMENSIONS[0]]}


def leads(ahead: Mapping[int, Mapping[str, np.ndarray]], behind: Mapping[int, Mapping[str, np.ndarray]]) -> dict:
    """For each measure and prefix the 95 % interval of how far one model is ahead of another on the same items."""
    return {name: [measures.difference_interval(ahead[d][name], behind[d][name], statistic(name)) for d in DIMENSIONS]
            for name in ahead[DIMENSIONS[0]]}


def training_sample(work: Path) -> tuple[list[str], dict[str, int]]:
    """Training texts at even distances for the principal axes, anchors and positives alike, and the number of pairs by source."""
    pairs = [json.loads(line) for line in (work / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = [pair[side] for pair in pairs for side in ("anchor", "positive")]
    # An odd step meets both sides of the pairs.
    return texts[:: max(1, len(texts) // PCA_SAMPLE) | 1], dict(Counter(pair["source"] for pair in pairs))


def evaluate(options: argparse.Namespace) -> dict:
    """Measures the models one after another, each with its rotation, then sets them against each other."""
    sets = Sets.read(options.shared, options.corpora, options.work)
    sample, counts = training_sample(options.work)
    items: dict[str, dict[int, dict[str, np.ndarray]]] = {}
    for model in options.models:
        encoder = Encoder(options.work / "export" / model, INT8_FILE, options.work / "vectors")
        vectors = encoder.encode_all(sets.texts())
        items[model] = {d: rows(sets, vectors, d) for d in DIMENSIONS}
        if model != BETTER:
            axes = measures.principal_axes(encoder.encode("sample", sample))
            rotated = {name: each @ axes for name, each in vectors.items()}
            items[f"{model}-pca"] = {d: rows(sets, rotated, d) for d in DIMENSIONS}
    return {"dimensions": DIMENSIONS, "pairs": counts, "figures": {name: figures(each) for name, each in items.items()},
            "leads": {rival: leads(items[BETTER], items[rival]) for rival in RIVALS if {BETTER, rival} <= items.keys()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with sts/, scifact/, clinc150/")
    parser.add_argument("corpora", type=Path, help="folder of the app's corpora")
    parser.add_argument("work", type=Path, help="with export/, pairs.jsonl, arxiv_held_out.json; vectors/ is kept there")
    parser.add_argument("results", type=Path, help="written: the figures, JSON")
    parser.add_argument("--models", nargs="+", choices=MODELS, default=MODELS)
    options = parser.parse_args()
    options.results.write_text(json.dumps(evaluate(options), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
