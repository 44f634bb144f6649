"""Trains one twin. Both runs see the same batches in the same order, from the same seed, for the same steps; an interrupted run
goes on from its last checkpoint."""

import argparse
import time
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Dense

from base import base_folder
from batches import BATCH, SEED, BatchTexts, Teacher
from losses import FULL_SIZE, MATRYOSHKA_PREFIXES, prefix_loss
from twin import Twin

LEARNING_RATE = 8e-5
PROJECTION_RATE = 3e-4
WARM_UP = 50
WEIGHT_DECAY = 0.01
FIRST_STEPS = 1000
"""Steps of the projection alone, on the base's vectors of the first batches: cheap, and the transformer starts from there."""
FIRST_BATCHES = 150
FIRST_RATE = 1e-3
CHECKPOINT_STEPS = 50
PREFIXES = {"ordinary": FULL_SIZE, "matryoshka": MATRYOSHKA_PREFIXES}


def rate(step: int, steps: int) -> float:
    """Linear warm-up, then linear decay to zero, as a factor."""
    return min((step + 1) / WARM_UP, (steps - step) / max(1, steps - WARM_UP))


class Training:
    """A twin, its optimiser and how far it has come."""

    def __init__(self, name: str, work: Path, steps: int):
        self.name, self.work, self.steps = name, work, steps
        self.prefixes = PREFIXES[name]
        self.teacher = Teacher(work)
        self.twin = Twin(base_folder())
        self.optimizer = torch.optim.AdamW(
            [{"params": self.twin.backbone.parameters(), "lr": LEARNING_RATE},
             {"params": self.twin.projection.parameters(), "lr": PROJECTION_RATE, "weight_decay": 0.0}],
            weight_decay=WEIGHT_DECAY, fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda step: rate(step, steps))
        self.done = 0
        self.checkpoint = work / f"{name}.checkpoint.pt"

    def start(self) -> None:
        """Goes on from the last checkpoint, or teaches the projection first where there is none."""
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint, weights_only=True)
            self.twin.load_state_dict(state["twin"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.schedule.load_state_dict(state["schedule"])
            self.done = state["step"]
        else:
            self._teach_projection()

    def _teach_projection(self) -> None:
        optimizer = torch.optim.Adam(self.twin.projection.parameters(), lr=FIRST_RATE)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, FIRST_STEPS))
        for step in range(FIRST_STEPS):
            teacher = self.teacher[step % min(FIRST_BATCHES, self.steps)]
            loss = prefix_loss(self.twin.projection(teacher), teacher, self.prefixes)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            schedule.step()
        print(f"{self.name} projection loss {loss.item():.4f}", flush=True)

    def step(self, texts: list[str]) -> float:
        """Learns from one batch and returns the loss before."""
        loss = prefix_loss(self.twin(texts), self.teacher[self.done], self.prefixes)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.twin.backbone.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.done += 1
        return loss.item()

    def save_checkpoint(self) -> None:
        partial = self.checkpoint.with_suffix(".partial")
        torch.save({"step": self.done, "twin": self.twin.state_dict(), "optimizer": self.optimizer.state_dict(),
                    "schedule": self.schedule.state_dict()}, partial)
        partial.rename(self.checkpoint)

    def save(self) -> None:
        """Writes a sentence-transformers folder, with the projection as its Dense module."""
        model = SentenceTransformer(str(base_folder()), device="cpu")
        transformer, pooling, normalise = model
        transformer.auto_model.load_state_dict(self.twin.backbone.state_dict())
        transformer.max_seq_length = 256
        size = pooling.get_embedding_dimension()
        dense = Dense(size, size, bias=False, activation_function=torch.nn.Identity())
        dense.linear.load_state_dict(self.twin.projection.state_dict())
        whole = SentenceTransformer(modules=[transformer, pooling, dense, normalise], device="cpu")
        whole.save(str(self.work / self.name), create_model_card=False)


def train(name: str, work: Path, limit: int | None) -> None:
    torch.manual_seed(SEED)
    # The twins train side by side, one on each core.
    torch.set_num_threads(1)
    texts = BatchTexts(work)
    training = Training(name, work, limit or len(texts))
    training.start()
    since, total, first = time.monotonic(), 0.0, training.done
    while training.done < training.steps:
        total += training.step(texts[training.done])
        if training.done % CHECKPOINT_STEPS == 0 or training.done == training.steps:
            training.save_checkpoint()
            print(f"{name} step {training.done}/{training.steps} loss {total / (training.done - first):.4f} {time.monotonic() - since:.0f} s",
                  flush=True)
            total, first = 0.0, training.done
    training.save()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("twin", choices=[*PREFIXES])
    parser.add_argument("work", type=Path, help="the folder that data.py and teacher.py wrote to")
    parser.add_argument("--steps", type=int, help="stop after so many steps, for a trial")
    options = parser.parse_args()
    train(options.twin, options.work, options.steps)


if __name__ == "__main__":
    main()
