"""Encodes texts with ONNX Runtime in batches of 64 sorted by length, as sentence-transformers does, and prints the seconds of each round.

usage: encode.py MODEL_FOLDER TEXTS ROUNDS
TEXTS holds a text a line. One round before the first is not counted. Tokenizer, session and mean pooling count; loading does not.
"""

import json
import os
import sys
import time
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

BATCH = 64


def encode(session, tokenizer, texts):
    texts = sorted(texts, key=len, reverse=True)
    vectors = []
    for start in range(0, len(texts), BATCH):
        encodings = tokenizer.encode_batch(texts[start : start + BATCH])
        ids, mask, types = (
            np.array([getattr(encoding, field) for encoding in encodings], dtype=np.int64)
            for field in ("ids", "attention_mask", "type_ids")
        )
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}
        hidden = session.run(["last_hidden_state"], feed)[0]
        mean = (hidden * mask[..., None].astype(np.float32)).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        vectors.append(mean / np.linalg.norm(mean, axis=1, keepdims=True))
    return np.concatenate(vectors)


def main():
    folder, texts, rounds = Path(sys.argv[1]), Path(sys.argv[2]).read_text().splitlines(), int(sys.argv[3])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_padding()
    tokenizer.enable_truncation(json.loads((folder / "sentence_bert_config.json").read_text())["max_seq_length"])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = os.cpu_count()
    session = onnxruntime.InferenceSession(str(folder / "onnx/model_quantized.onnx"), options, providers=["CPUExecutionProvider"])
    for round_ in range(rounds + 1):
        start = time.perf_counter()
        encode(session, tokenizer, texts)
        if round_:
            print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    main()
