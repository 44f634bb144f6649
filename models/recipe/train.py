"""Trains one twin. Both runs see the same batches in the same order, from the same seed, for the same steps; an interrupted run
goes on from its last checkpoint."""

import argparse
import json
import os
import random
import time
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from torch.nn.functional import normalize

from base import base_folder
from losses import FULL_SIZE, MATRYOSHKA_PREFIXES, prefix_loss

SEED = 20261124
BATCH = 128
TOKENS = 32
CHUNKS = 4
LEARNING_RATE = 8e-5
WARM_UP = 50
WEIGHT_DECAY = 0.01
CHECKPOINT_STEPS = 50
PREFIXES = {"ordinary": FULL_SIZE, "matryoshka": MATRYOSHKA_PREFIXES}


class Twin:
    """The model and how a batch of texts goes through it."""

    def __init__(self, folder: Path):
        # Without instructions for it a processor emulates bfloat16, at a tenth of the speed of float32.
        self.bf16 = torch.ops.mkldnn._is_mkldnn_bf16_supported()
        # In bfloat16 and for texts of some twenty tokens eager attention is faster than the fused kernel.
        attention = "eager" if self.bf16 else "sdpa"
        self.model = SentenceTransformer(str(folder), device="cpu", model_kwargs={"attn_implementation": attention})
        self.backbone = self.model[0].auto_model
        tokenizer = self.model.tokenizer
        tokenizer.model_max_length = TOKENS
        self.tokenizer = tokenizer

    def embed(self, texts: list[str]) -> torch.Tensor:
        """Mean-pooled vectors, len(texts) x D, not normalised. Texts run in chunks of like length, which saves padding."""
        ids = self.tokenizer(texts, truncation=True, max_length=TOKENS)["input_ids"]
        order = sorted(range(len(texts)), key=lambda i: len(ids[i]))
        size = -(-len(texts) // CHUNKS)
        pooled = [self._pooled([ids[i] for i in order[start : start + size]]) for start in range(0, len(order), size)]
        place = torch.empty(len(order), dtype=torch.long)
        place[torch.tensor(order)] = torch.arange(len(order))
        return torch.cat(pooled)[place]

    def _pooled(self, ids: list[list[int]]) -> torch.Tensor:
        padded = self.tokenizer.pad({"input_ids": ids}, return_tensors="pt")
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.bf16):
            hidden = self.backbone(**padded).last_hidden_state
        mask = padded["attention_mask"].unsqueeze(-1).float()
        return (hidden.float() * mask).sum(1) / mask.sum(1)


def read_pairs(work: Path) -> list[dict]:
    with open(work / "pairs.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def batches(pairs: list[dict]) -> list[list[int]]:
    """Every pair once; no text twice in a batch would be better still, and at 128 of 100 000 is nearly so."""
    order = list(range(len(pairs)))
    random.Random(SEED).shuffle(order)
    return [order[start : start + BATCH] for start in range(0, len(order) - BATCH + 1, BATCH)]


class Teacher:
    """The base's unit vectors of the texts of each batch, kept on disk in parts for both twins and for a run that goes on."""

    def __init__(self, work: Path, batches_of_texts: "BatchTexts"):
        self.folder = work / "teacher"
        self.folder.mkdir(exist_ok=True)
        self.batches = batches_of_texts
        self.base = Twin(base_folder())
        self.loaded = (-1, np.empty(0))

    def vectors(self, step: int) -> torch.Tensor:
        """2B x D: the anchors of the step, then its positives."""
        part = step // CHECKPOINT_STEPS
        if self.loaded[0] != part:
            self.loaded = (part, self._part(part))
        return torch.from_numpy(self.loaded[1][step % CHECKPOINT_STEPS].astype(np.float32))

    def _part(self, part: int) -> np.ndarray:
        file = self.folder / f"{part:05}.npy"
        if not file.exists():
            steps = range(part * CHECKPOINT_STEPS, min(len(self.batches), (part + 1) * CHECKPOINT_STEPS))
            with torch.inference_mode():
                units = [normalize(self.base.embed(self.batches[step])).numpy().astype(np.float16) for step in steps]
            partial = file.with_suffix(f".{os.getpid()}.npy")
            np.save(partial, np.stack(units))
            partial.rename(file)
        return np.load(file)


class BatchTexts:
    """The texts of each step, anchors first."""

    def __init__(self, pairs: list[dict]):
        self.pairs = pairs
        self.plan = batches(pairs)

    def __len__(self) -> int:
        return len(self.plan)

    def __getitem__(self, step: int) -> list[str]:
        rows = self.plan[step]
        return [self.pairs[i]["anchor"] for i in rows] + [self.pairs[i]["positive"] for i in rows]


def learning_rate(step: int, steps: int) -> float:
    """Linear warm-up, then linear decay to zero, as a factor."""
    return min((step + 1) / WARM_UP, (steps - step) / max(1, steps - WARM_UP))


def train(name: str, work: Path, limit: int | None) -> None:
    torch.manual_seed(SEED)
    # The twins train side by side, one on each core.
    torch.set_num_threads(1)
    texts = BatchTexts(read_pairs(work))
    teacher = Teacher(work, texts)
    steps = limit or len(texts)
    twin = Twin(base_folder())
    # Dropout would blur the two runs' one difference and costs time.
    twin.model.eval()
    optimizer = torch.optim.AdamW(twin.backbone.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: learning_rate(step, steps))
    checkpoint = work / f"{name}.checkpoint.pt"
    first = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        twin.backbone.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        first = state["step"]
    since = time.monotonic()
    total = 0.0
    for step in range(first, steps):
        vectors = twin.embed(texts[step])
        loss = prefix_loss(vectors[:BATCH], vectors[BATCH:], teacher.vectors(step), PREFIXES[name])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(twin.backbone.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
        done = step + 1
        if done % CHECKPOINT_STEPS == 0 or done == steps:
            print(f"{name} step {done}/{steps} loss {total / CHECKPOINT_STEPS:.4f} {time.monotonic() - since:.0f} s", flush=True)
            total = 0.0
            partial = checkpoint.with_suffix(".partial")
            torch.save({"step": done, "model": twin.backbone.state_dict(), "optimizer": optimizer.state_dict(),
                        "schedule": schedule.state_dict()}, partial)
            partial.rename(checkpoint)
    twin.tokenizer.model_max_length = 256
    twin.model.max_seq_length = 256
    twin.model.save(str(work / name), create_model_card=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("twin", choices=[*PREFIXES])
    parser.add_argument("work", type=Path, help="the folder that data.py wrote to")
    parser.add_argument("--steps", type=int, help="stop after so many steps, for a trial")
    options = parser.parse_args()
    train(options.twin, options.work, options.steps)


if __name__ == "__main__":
    main()
