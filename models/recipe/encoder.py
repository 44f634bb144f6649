"""Turns texts into vectors with an exported folder's ONNX file, and keeps them on disk."""

import hashlib
import os
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

MAX_TOKENS = 256
TOKENS_PER_RUN = 384
"""Small runs stay in the processor's cache, and texts of like length waste little on padding."""


class Encoder:
    """Tokens, transformer, mean pooling, unit length: what sentence-transformers does with such a folder."""

    def __init__(self, folder: Path, file: str, cache: Path, tokens_per_run: int = TOKENS_PER_RUN):
        self.file = folder / file
        self.tokens_per_run = tokens_per_run
        self.cache = cache
        self.workers = os.cpu_count() or 1
        self.digest = hashlib.sha256(self.file.read_bytes()).hexdigest()
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(MAX_TOKENS)
        settings = onnxruntime.SessionOptions()
        # Runs side by side on one thread each are faster than one run on all of them.
        settings.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(self.file), settings, providers=["CPUExecutionProvider"])

    def encode(self, name: str, texts: Sequence[str]) -> np.ndarray:
        """Returns the texts' unit vectors, n x D float32; from the cache if the same file has encoded the same texts before."""
        key = hashlib.sha256("\0".join([self.digest, str(self.tokens_per_run), *texts]).encode()).hexdigest()[:16]
        kept = self.cache / f"{name}-{key}.npy"
        if not kept.exists():
            self.cache.mkdir(parents=True, exist_ok=True)
            since = time.monotonic()
            vectors = self.encode_afresh(texts)
            partial = kept.with_suffix(".partial.npy")
            np.save(partial, vectors)
            partial.rename(kept)
            print(f"{self.file}: {name}, {len(texts)} texts, {time.monotonic() - since:.0f} s", flush=True)
        return np.load(kept)

    def encode_all(self, lists: Mapping[str, Sequence[str]]) -> dict[str, np.ndarray]:
        """Encodes several lists of texts, by their names."""
        return {name: self.encode(name, texts) for name, texts in lists.items()}

    def encode_afresh(self, texts: Sequence[str]) -> np.ndarray:
        """Returns the texts' unit vectors without a look at the cache."""
        ids = [encoding.ids for encoding in self.tokenizer.encode_batch(list(texts))]
        runs = batches([len(each) for each in ids], self.tokens_per_run)
        with ThreadPoolExecutor(self.workers) as pool:
            pooled = list(pool.map(lambda run: self._pooled([ids[i] for i in run]), runs))
        vectors = np.empty((len(texts), pooled[0].shape[1]), np.float32)
        vectors[np.concatenate(runs)] = np.concatenate(pooled)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def _pooled(self, ids: list[list[int]]) -> np.ndarray:
        tokens = np.zeros((len(ids), max(map(len, ids))), np.int64)
        mask = np.zeros_like(tokens)
        for row, each in enumerate(ids):
            tokens[row, : len(each)] = each
            mask[row, : len(each)] = 1
        feed = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
        hidden = self.session.run(["last_hidden_state"], feed)[0]
        weights = mask.astype(np.float32)
        return np.einsum("btd,bt->bd", hidden, weights) / weights.sum(1, keepdims=True)


def batches(lengths: Sequence[int], tokens_per_run: int) -> list[list[int]]:
    """Shares texts out, longest first, into runs of at most so many tokens, padding included; a longer text runs alone."""
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    runs: list[list[int]] = []
    for i in order:
        if runs and (len(runs[-1]) + 1) * lengths[runs[-1][0]] <= tokens_per_run:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs
