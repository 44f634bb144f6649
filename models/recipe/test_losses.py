"""Checks the losses against those of sentence-transformers."""

import pytest
import torch
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from torch.nn.functional import normalize

import losses


@pytest.fixture
def vectors() -> tuple[torch.Tensor, torch.Tensor]:
    random = torch.Generator().manual_seed(1)
    anchors = torch.randn(16, 384, generator=random, dtype=torch.float64)
    return anchors, anchors + 3 * torch.randn(16, 384, generator=random, dtype=torch.float64)


def reference(anchors: torch.Tensor, positives: torch.Tensor) -> float:
    loss = MultipleNegativesRankingLoss(model=torch.nn.Identity())
    return loss.compute_loss_from_embeddings([anchors, positives], labels=None).item()


@pytest.mark.parametrize("d", losses.MATRYOSHKA_PREFIXES)
def test_contrastive_loss_of_a_prefix(vectors, d):
    anchors, positives = (normalize(side[:, :d]) for side in vectors)
    assert losses.contrastive(anchors, positives).item() == pytest.approx(reference(anchors, positives), rel=1e-5)


def test_matryoshka_loss_is_the_mean_over_prefixes(vectors, monkeypatch):
    monkeypatch.setattr(losses, "DISTILLATION_WEIGHT", 0)
    anchors, positives = vectors
    teacher = normalize(torch.cat(vectors))
    expected = [reference(anchors[:, :d], positives[:, :d]) for d in losses.MATRYOSHKA_PREFIXES]
    found = losses.prefix_loss(anchors, positives, teacher, losses.MATRYOSHKA_PREFIXES).item()
    assert found == pytest.approx(sum(expected) / len(expected), rel=1e-5)


def test_distillation_from_itself_costs_nothing(vectors):
    unit = normalize(torch.cat(vectors))
    assert losses.distillation(unit, unit).item() == pytest.approx(0, abs=1e-6)


def test_distillation_is_the_divergence_of_neighbours(vectors):
    texts = normalize(vectors[0][:4, :8])
    teacher = normalize(vectors[1][:4])
    expected = 0.0
    for i in range(4):
        others = [j for j in range(4) if j != i]
        wanted = torch.softmax(losses.DISTILLATION_SCALE * teacher[i] @ teacher[others].T, 0)
        seen = torch.softmax(losses.DISTILLATION_SCALE * texts[i] @ texts[others].T, 0)
        expected += (wanted * (wanted / seen).log()).sum().item() / 4
    assert losses.distillation(texts, teacher).item() == pytest.approx(expected, rel=1e-4)
