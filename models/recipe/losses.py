"""The twins' one difference: the prefixes over which the same loss is averaged."""

import torch
from torch.nn.functional import cross_entropy, kl_div, log_softmax, normalize

SCALE = 20.0
"""Inverse temperature of the contrastive loss, the default of sentence-transformers' MultipleNegativesRankingLoss."""
DISTILLATION_SCALE = 20.0
DISTILLATION_WEIGHT = 3.0
"""At 1 a trial lost 2 points of STS at full size within 100 steps, the most that the twins may lose in all."""

MATRYOSHKA_PREFIXES = (384, 256, 128, 64, 32, 16, 8)
FULL_SIZE = (384,)


def contrastive(anchors: torch.Tensor, positives: torch.Tensor) -> torch.Tensor:
    """MultipleNegativesRankingLoss: each anchor is to find its own among all positives of the batch. Unit rows, B x d."""
    scores = SCALE * anchors @ positives.T
    return cross_entropy(scores, torch.arange(len(anchors)))


def distillation(texts: torch.Tensor, teacher: torch.Tensor) -> torch.Tensor:
    """Divergence of each text's neighbours in the batch from those the base sees at full size. Unit rows, 2B x d and 2B x D."""
    own = torch.eye(len(texts), dtype=torch.bool)

    def neighbours(unit: torch.Tensor) -> torch.Tensor:
        scores = DISTILLATION_SCALE * unit @ unit.T
        return log_softmax(scores.masked_fill(own, -1e4), dim=1)

    return kl_div(neighbours(texts), neighbours(teacher), reduction="batchmean", log_target=True)


def prefix_loss(anchors: torch.Tensor, positives: torch.Tensor, teacher: torch.Tensor, prefixes: tuple[int, ...]) -> torch.Tensor:
    """The mean over prefixes of contrastive loss and distillation, each prefix scaled to unit length (MRL, arXiv 2205.13147)."""
    losses = []
    for d in prefixes:
        a, p = normalize(anchors[:, :d]), normalize(positives[:, :d])
        losses.append(contrastive(a, p) + DISTILLATION_WEIGHT * distillation(torch.cat([a, p]), teacher))
    return torch.stack(losses).mean()
