"""Checks the losses against those of sentence-transformers and against scipy."""

import pytest
import scipy.special
import scipy.stats
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
    monkeypatch.setattr(losses, "DIVERGENCE_WEIGHT", 0)
    monkeypatch.setattr(losses, "CORRELATION_WEIGHT", 0)
    anchors, positives = vectors
    both = torch.cat(vectors)
    expected = [reference(anchors[:, :d], positives[:, :d]) for d in losses.MATRYOSHKA_PREFIXES]
    found = losses.prefix_loss(both, normalize(both), losses.MATRYOSHKA_PREFIXES).item()
    assert found == pytest.approx(sum(expected) / len(expected), rel=1e-5)


def test_distillation_from_itself_costs_nothing(vectors):
    unit = normalize(torch.cat(vectors))
    assert losses.distillation(unit, unit).item() == pytest.approx(0, abs=1e-6)


def test_divergence_is_that_of_the_neighbours_distributions(vectors):
    texts, teacher = normalize(vectors[0][:4, :8]), normalize(vectors[1][:4])
    scale = losses.DIVERGENCE_SCALE * (8 / 384) ** 0.25
    expected = 0.0
    for i in range(4):
        others = [j for j in range(4) if j != i]
        wanted = scipy.special.softmax((losses.DIVERGENCE_SCALE * teacher[i] @ teacher[others].T).numpy())
        seen = scipy.special.softmax((scale * texts[i] @ texts[others].T).numpy())
        expected += scipy.stats.entropy(wanted, seen) / 4
    found = losses.divergence(losses.similarities(texts), losses.similarities(teacher), 8, 384)
    assert found.item() == pytest.approx(expected, rel=1e-6)


def test_correlation_gap_is_pearsons(vectors):
    texts, teacher = normalize(vectors[0][:6, :8]), normalize(vectors[1][:6])
    expected = 0.0
    for i in range(6):
        others = [j for j in range(6) if j != i]
        expected += scipy.stats.pearsonr((texts[i] @ texts[others].T).numpy(), (teacher[i] @ teacher[others].T).numpy()).statistic / 6
    found = losses.correlation_gap(losses.similarities(texts), losses.similarities(teacher))
    assert found.item() == pytest.approx(1 - expected, rel=1e-6)
