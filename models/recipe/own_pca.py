"""Measures the shipped twins through the PCA of the very documents that are searched, the rival that anyone can fit to their own
texts, and writes the figures as JSON. Queries are never fitted on. Only sets whose documents and queries differ take part."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

import evaluation_sets
from encoder import Encoder
from evaluate import DIMENSIONS, TWINS, Sets, figures, leads, rows
from evaluation_sets import Retrieval, Similarity
from export import INT8_FILE

GROUPS = (("scifact-documents", "scifact-queries"), ("clinc-train", "clinc-test"),
          ("encyclopedia-documents", "encyclopedia-queries"))
"""What is fitted on and indexed, and what is asked."""
PAIRS = (("ordinary-own-pca", "matryoshka"), ("matryoshka-own-pca", "matryoshka"), ("matryoshka-own-pca", "ordinary-own-pca"))
"""Which is set against which."""


def own_axes(documents: np.ndarray) -> np.ndarray:
    """The rotation to the principal axes of unit vectors about the origin, D x D, columns by falling eigenvalue of their
    second-moment matrix: not centred, as the app fits them."""
    wide = documents.astype(np.float64)
    values, axes = np.linalg.eigh(wide.T @ wide)
    return axes[:, np.argsort(-values)].astype(np.float32)


def through_own_axes(vectors: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Each group's vectors through the axes of its documents."""
    rotated = {}
    for documents, queries in GROUPS:
        axes = own_axes(vectors[documents])
        rotated |= {name: vectors[name] @ axes for name in (documents, queries)}
    return rotated


def measured(sets: Sets, vectors: Mapping[str, np.ndarray]) -> dict[int, dict[str, np.ndarray]]:
    """The measures of queries at each prefix; those of documents among themselves would be measured on what was fitted."""
    found = {d: rows(sets, vectors, d) for d in DIMENSIONS}
    return {d: {name: each for name, each in at.items() if not name.startswith("encyclopedia-")} for d, at in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with scifact/, clinc150/")
    parser.add_argument("corpora", type=Path, help="folder of the app's corpora")
    parser.add_argument("models", type=Path, help="the folder of the twins' folders")
    parser.add_argument("work", type=Path, help="vectors/ is kept there")
    parser.add_argument("results", type=Path, help="written: the figures, JSON")
    options = parser.parse_args()
    retrieval, levels = evaluation_sets.encyclopedia(options.corpora)
    sets = Sets(Similarity([], [], []), evaluation_sets.scifact(options.shared),
                evaluation_sets.clinc150(options.shared, "train"), evaluation_sets.clinc150(options.shared, "test"),
                Retrieval([], [], []), retrieval, levels)
    names = {name for group in GROUPS for name in group}
    texts = {name: each for name, each in sets.texts().items() if name in names}
    items = {}
    for twin in TWINS:
        encoder = Encoder(options.models / f"minilm-{twin}", INT8_FILE, options.work / "vectors")
        vectors = encoder.encode_all(texts)
        items[twin] = measured(sets, vectors)
        items[f"{twin}-own-pca"] = measured(sets, through_own_axes(vectors))
    options.results.write_text(json.dumps({
        "dimensions": DIMENSIONS, "figures": {name: figures(each) for name, each in items.items()},
        "leads": {f"{ahead} - {behind}": leads(items[ahead], items[behind]) for ahead, behind in PAIRS}}, indent=1) + "\n",
        encoding="utf-8")


if __name__ == "__main__":
    main()
