"""Writes the measures of retrieval that trec_eval gives for made-up rankings.

    python retrieval_fixtures.py     # needs numpy and pytrec-eval-terrier; writes src/test/resources/metric/retrieval.csv
"""
import csv
from pathlib import Path

import numpy as np
import pytrec_eval

TARGET = Path(__file__).resolve().parents[2] / "resources" / "metric" / "retrieval.csv"
MEASURES = ["ndcg_cut_10", "recall_100", "recip_rank", "map"]


def main():
    rng = np.random.default_rng(4)
    with open(TARGET, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["grades", "ranks", *MEASURES])
        for _ in range(30):
            size = int(rng.integers(5, 300))
            count = int(rng.integers(1, min(size, 25)))
            ranks = np.sort(rng.choice(size, count, replace=False)) + 1
            grades = rng.integers(1, 4, count)
            qrel = {"q": {f"d{rank}": int(grade) for rank, grade in zip(ranks, grades)}}
            run = {"q": {f"d{rank}": float(size - rank) for rank in range(1, size + 1)}}
            values = pytrec_eval.RelevanceEvaluator(qrel, set(MEASURES) | {"ndcg_cut", "recall"}).evaluate(run)["q"]
            out.writerow([" ".join(map(str, grades)), " ".join(map(str, ranks)), *(values[name] for name in MEASURES)])


main()
