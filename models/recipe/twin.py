"""The network of both twins: the base and a square linear layer behind it."""

from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer

TOKENS = 32
"""Where training cuts a text; the models take 256."""
CHUNKS = 4


class Twin(torch.nn.Module):
    """The base's transformer, its mean pooling, and a projection that starts as the identity.

    The projection is a rotation's chance to arise without the transformer's help: it can sort what the vector holds by
    importance, while the transformer learns to put more into little room. Both twins have it.
    """

    def __init__(self, folder: Path):
        super().__init__()
        # Without instructions for it a processor emulates bfloat16, at a tenth of the speed of float32.
        self.bf16 = torch.ops.mkldnn._is_mkldnn_bf16_supported()
        # In bfloat16 and for texts of some twenty tokens eager attention is faster than the fused kernel.
        attention = "eager" if self.bf16 else "sdpa"
        model = SentenceTransformer(str(folder), device="cpu", model_kwargs={"attn_implementation": attention})
        self.backbone = model[0].auto_model
        self.tokenizer = model.tokenizer
        size = model.get_embedding_dimension()
        self.projection = torch.nn.Linear(size, size, bias=False)
        torch.nn.init.eye_(self.projection.weight)
        # Dropout would blur the two runs' one difference and costs time.
        self.eval()

    def forward(self, texts: list[str]) -> torch.Tensor:
        """Vectors, len(texts) x D, not normalised."""
        return self.projection(self.pooled(texts))

    def pooled(self, texts: list[str]) -> torch.Tensor:
        """What goes into the projection. Texts run in chunks of like length, which saves padding."""
        ids = self.tokenizer(texts, truncation=True, max_length=TOKENS)["input_ids"]
        order = sorted(range(len(texts)), key=lambda i: len(ids[i]))
        size = -(-len(texts) // CHUNKS)
        pooled = [self._mean([ids[i] for i in order[start : start + size]]) for start in range(0, len(order), size)]
        place = torch.empty(len(order), dtype=torch.long)
        place[torch.tensor(order)] = torch.arange(len(order))
        return torch.cat(pooled)[place]

    def _mean(self, ids: list[list[int]]) -> torch.Tensor:
        padded = self.tokenizer.pad({"input_ids": ids}, return_tensors="pt")
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.bf16):
            hidden = self.backbone(**padded).last_hidden_state
        mask = padded["attention_mask"].unsqueeze(-1).float()
        return (hidden.float() * mask).sum(1) / mask.sum(1)
