"""Values of the Matryoshka loss and its gradient, for the tests of package training.

PyTorch differentiates, and the loss of pairs is sentence-transformers' own MatryoshkaLoss around its
MultipleNegativesRankingLoss, over a model that is one Dense layer without bias and activation.

    pip install torch sentence-transformers
    python src/test/python/core/training_fixtures.py src/test/resources/training
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MatryoshkaLoss, MultipleNegativesRankingLoss

DIMENSION = 12
PAIRS = 5
PREFIXES = [2, 5, 12]
WEIGHTS = [1.0, 0.5, 2.0]
SCALE = 20.0


class OneMap(torch.nn.Module):
    def __init__(self, weight):
        super().__init__()
        self.linear = torch.nn.Linear(DIMENSION, DIMENSION, bias=False)
        self.linear.weight = torch.nn.Parameter(weight.clone())

    def forward(self, features, **_):
        return {**features, "sentence_embedding": self.linear(features["sentence_embedding"])}


def unit_rows(rng, rows):
    values = rng.normal(size=(rows, DIMENSION))
    return values / np.linalg.norm(values, axis=1, keepdims=True)


def pair_loss(weight, batch, prefixes, weights):
    model = SentenceTransformer(modules=[OneMap(weight)], device="cpu").double()
    inner = MultipleNegativesRankingLoss(model, scale=SCALE)
    loss = MatryoshkaLoss(model, inner, matryoshka_dims=prefixes, matryoshka_weights=weights)
    features = [{"sentence_embedding": part} for part in (batch[:PAIRS], batch[PAIRS:])]
    return loss(features, None), model[0].linear.weight


def neighbour_loss(weight, batch, prefixes, weights):
    weight = torch.nn.Parameter(weight.clone())
    off = ~torch.eye(len(batch), dtype=torch.bool)

    def log_shares(vectors):
        unit = torch.nn.functional.normalize(vectors, dim=1)
        scores = SCALE * unit @ unit.T
        return torch.log_softmax(scores[off].reshape(len(batch), -1), dim=1)

    wanted = log_shares(batch)
    total = 0
    for prefix, alpha in zip(prefixes, weights):
        total = total + alpha * torch.nn.functional.kl_div(
            log_shares((batch @ weight.T)[:, :prefix]), wanted, log_target=True, reduction="batchmean")
    return total, weight


def case(loss, weight, batch):
    losses = [loss(weight, batch, [prefix], [1.0])[0].item() for prefix in PREFIXES]
    total, parameter = loss(weight, batch, PREFIXES, WEIGHTS)
    total.backward()
    return {"losses": losses, "gradient": parameter.grad.flatten().tolist()}


def main(folder):
    rng = np.random.default_rng(7)
    batch = torch.tensor(unit_rows(rng, 2 * PAIRS).astype(np.float32).astype(np.float64))
    weight = torch.tensor(rng.normal(scale=0.4, size=(DIMENSION, DIMENSION)).astype(np.float32).astype(np.float64))
    fixture = {
        "dimension": DIMENSION, "prefixes": PREFIXES, "weights": WEIGHTS, "scale": SCALE,
        "batch": batch.flatten().tolist(), "map": weight.flatten().tolist(),
        "pairs": case(pair_loss, weight, batch), "neighbours": case(neighbour_loss, weight, batch),
    }
    # Adam's first steps by hand-picked gradients.
    parameter = torch.nn.Parameter(torch.tensor([0.5, -1.0, 2.0]))
    adam = torch.optim.Adam([parameter], lr=0.001)
    path = []
    for step in range(5):
        parameter.grad = torch.tensor([0.3 * (step + 1), -0.02, 0.0 if step % 2 else 5.0])
        adam.step()
        path.append(parameter.tolist())
    fixture["adam"] = path
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "losses.json").write_text(json.dumps(fixture) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
