"""The twins' one difference: the prefixes over which the same loss is averaged."""

import torch
from torch.nn.functional import cross_entropy, kl_div, log_softmax, normalize

SCALE = 20.0
"""Inverse temperature of the contrastive loss, the default of sentence-transformers' MultipleNegativesRankingLoss."""
DIVERGENCE_SCALE = 20.0
"""Inverse temperature of the divergence at full size."""
DIVERGENCE_WEIGHT = 6.0
CORRELATION_WEIGHT = 10.0
"""Weights against the contrastive loss, which alone costs quality at full size; README.md has the trials."""

MATRYOSHKA_PREFIXES = (384, 256, 128, 64, 32, 16, 8)
FULL_SIZE = (384,)


def contrastive(anchors: torch.Tensor, positives: torch.Tensor) -> torch.Tensor:
    """MultipleNegativesRankingLoss: each anchor is to find its own among all positives of the batch. Unit rows, B x d."""
    scores = SCALE * anchors @ positives.T
    return cross_entropy(scores, torch.arange(len(anchors)))


def similarities(texts: torch.Tensor) -> torch.Tensor:
    """Each text's cosines with the others. Unit rows, N x d; returns N x (N - 1)."""
    others = ~torch.eye(len(texts), dtype=torch.bool)
    return (texts @ texts.T)[others].view(len(texts), -1)


def divergence(own: torch.Tensor, wanted: torch.Tensor, d: int, dimension: int) -> torch.Tensor:
    """How far each text's nearest neighbours are from the wanted ones: KL divergence of the softmax of similarities.

    Cosines of unrelated texts spread as the inverse root of the dimensions, so short prefixes have a softer scale of their own.
    """
    scale = DIVERGENCE_SCALE * (d / dimension) ** 0.25
    return kl_div(log_softmax(scale * own, dim=1), log_softmax(DIVERGENCE_SCALE * wanted, dim=1), reduction="batchmean", log_target=True)


def correlation_gap(own: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """1 less the mean over texts of Pearson's correlation between own and wanted similarities: the order of all the others counts,
    whatever their spread."""
    own, wanted = (each - each.mean(dim=1, keepdim=True) for each in (own, wanted))
    return 1 - torch.cosine_similarity(own, wanted, dim=1).mean()


def distillation(texts: torch.Tensor, teacher: torch.Tensor) -> torch.Tensor:
    """What a prefix has yet to learn of the base's own similarities at full size. Unit rows, N x d and N x D."""
    own, wanted = similarities(texts), similarities(teacher)
    return (DIVERGENCE_WEIGHT * divergence(own, wanted, texts.shape[1], teacher.shape[1])
            + CORRELATION_WEIGHT * correlation_gap(own, wanted))


def prefix_loss(vectors: torch.Tensor, teacher: torch.Tensor, prefixes: tuple[int, ...]) -> torch.Tensor:
    """The mean over prefixes of contrastive loss and distillation, each prefix scaled to unit length (MRL, arXiv 2205.13147).

    Vectors 2B x D, anchors first, then their positives; the base's unit vectors of the same texts.
    """
    losses = []
    for d in prefixes:
        prefix = normalize(vectors[:, :d])
        anchors, positives = prefix.chunk(2)
        losses.append(contrastive(anchors, positives) + distillation(prefix, teacher))
    return torch.stack(losses).mean()
