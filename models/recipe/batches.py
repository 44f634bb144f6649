"""The batches that both twins learn from, and what the untouched base makes of their texts."""

import json
import random
from pathlib import Path

import numpy as np
import torch

SEED = 20261124
BATCH = 128
PART = 50
"""Steps whose vectors lie in one file."""


class BatchTexts:
    """The texts of each step, anchors first: every pair once, in an order that the seed decides."""

    def __init__(self, work: Path):
        with open(work / "pairs.jsonl", encoding="utf-8") as lines:
            self.pairs = [json.loads(line) for line in lines]
        order = list(range(len(self.pairs)))
        random.Random(SEED).shuffle(order)
        self.plan = [order[start : start + BATCH] for start in range(0, len(order) - BATCH + 1, BATCH)]

    def __len__(self) -> int:
        return len(self.plan)

    def __getitem__(self, step: int) -> list[str]:
        rows = self.plan[step]
        return [self.pairs[i][side] for side in ("anchor", "positive") for i in rows]


class Teacher:
    """The base's unit vectors of each step's texts, which teacher.py wrote."""

    def __init__(self, work: Path):
        self.work = work
        self.loaded = (-1, np.empty(0))

    def __getitem__(self, step: int) -> torch.Tensor:
        """2B x D: the anchors of the step, then its positives."""
        part = step // PART
        if self.loaded[0] != part:
            self.loaded = (part, np.load(part_file(self.work, part)))
        return torch.from_numpy(self.loaded[1][step % PART].astype(np.float32))


def part_file(work: Path, part: int) -> Path:
    return work / "teacher" / f"{part:05}.npy"
