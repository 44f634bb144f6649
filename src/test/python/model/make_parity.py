"""Makes src/test/resources/model/parity/: what sentence-transformers gives for a built-in model.

usage: make_parity.py models/minilm-matryoshka OUT_FOLDER
needs: sentence-transformers 5.x, optimum-onnx[onnxruntime], transformers 4.57, tokenizers

texts.json     the texts
tokens.json    {"ids": token ids of every text, cut at 256, "cut": indices of the texts that were longer}
vectors.npy    float16 vectors before truncation, unit length; float16 costs less than 1e-6 of cosine
"""

import json
import sys
from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from parity_texts import TEXTS

MAX_LENGTH = 256


def main(model: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    whole = [tokenizer.encode(text).ids for text in TEXTS]
    tokenizer.enable_truncation(MAX_LENGTH)
    ids = [tokenizer.encode(text).ids for text in TEXTS]
    encoder = SentenceTransformer(str(model), backend="onnx", device="cpu", model_kwargs={"provider": "CPUExecutionProvider"})
    assert encoder.max_seq_length == MAX_LENGTH
    vectors = encoder.encode(TEXTS)
    np.save(out / "vectors.npy", vectors.astype(np.float16))
    (out / "texts.json").write_text(json.dumps(TEXTS, ensure_ascii=True, indent=0))
    cut = [i for i, tokens in enumerate(whole) if len(tokens) > MAX_LENGTH]
    (out / "tokens.json").write_text(json.dumps({"ids": ids, "cut": cut}, separators=(",", ":")))
    print(len(TEXTS), "texts,", vectors.shape, "cut", cut)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
