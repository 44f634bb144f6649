"""Makes src/test/resources/model/parity/: what sentence-transformers gives for the built-in ONNX file, one text at a time.

usage: make_parity.py MODEL_FOLDER OUT_FOLDER
  MODEL_FOLDER  target/models/all-minilm-l6-v2 after a build
needs: sentence-transformers 5.x, optimum-onnx[onnxruntime], transformers 4.57, tokenizers, and the onnxruntime of pom.xml:
       rounding differs between its versions and between kinds of processor, and int8 activations turn a difference in the
       seventh digit into one of up to 0.012 of cosine (1.29 against 1.32: 16 of 71 texts below 0.9999, the worst at 0.988)

texts.json     the texts
tokens.json    {"ids": token ids of every text, cut at 256, "cut": indices of the texts that were longer}
vectors.npy    float16 vectors before truncation, unit length; float16 costs less than 1e-6 of cosine
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

from parity_texts import TEXTS

MAX_LENGTH = 256
ONNXRUNTIME = "1.26.0"
# What the ONNX file does not say of itself and the Python library wants to know.
CONFIG = {
    "model_type": "bert",
    "architectures": ["BertModel"],
    "hidden_size": 384,
    "num_attention_heads": 12,
    "num_hidden_layers": 6,
    "intermediate_size": 1536,
    "vocab_size": 30522,
    "max_position_embeddings": 512,
}


def reference_folder(model: Path, to: Path) -> None:
    shutil.copytree(model, to, dirs_exist_ok=True)
    (to / "config.json").write_text(json.dumps(CONFIG))
    (to / "tokenizer_config.json").write_text(
        json.dumps({"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 512, "pad_token": "[PAD]"})
    )


def main(model: Path, out: Path) -> None:
    assert onnxruntime.__version__ == ONNXRUNTIME, onnxruntime.__version__
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    whole = [tokenizer.encode(text).ids for text in TEXTS]
    tokenizer.enable_truncation(MAX_LENGTH)
    ids = [tokenizer.encode(text).ids for text in TEXTS]
    with tempfile.TemporaryDirectory() as folder:
        reference_folder(model, Path(folder))
        encoder = SentenceTransformer(
            folder, backend="onnx", device="cpu", model_kwargs={"file_name": "model_quantized.onnx", "provider": "CPUExecutionProvider"}
        )
        assert encoder.max_seq_length == MAX_LENGTH
        # The file quantises activations with one scale a batch, so only a batch of one has a vector of its own.
        vectors = np.vstack([encoder.encode([text], batch_size=1) for text in TEXTS])
    np.save(out / "vectors.npy", vectors.astype(np.float16))
    (out / "texts.json").write_text(json.dumps(TEXTS, ensure_ascii=True, indent=0))
    cut = [i for i, tokens in enumerate(whole) if len(tokens) > MAX_LENGTH]
    (out / "tokens.json").write_text(json.dumps({"ids": ids, "cut": cut}, separators=(",", ":")))
    print(len(TEXTS), "texts,", vectors.shape, "cut", cut)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
