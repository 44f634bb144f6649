"""Opens an adapted model as other tools do, and makes src/test/resources/model/adapted/ of what they give.

usage: check_adapted.py SENTENCE_TRANSFORMERS_FOLDER ONNX_FOLDER OUT_FOLDER
needs: sentence-transformers 5.x, optimum-onnx[onnxruntime], onnx, tokenizers

The folders are AdaptedFolder's and AdaptedOnnx's of models/minilm-ordinary with Rotation.random(384, 42), as
AdaptedParityTest writes them with -Dmatryoscope.adapted=FOLDER.

vectors.json   {"texts": ten texts, "vectors": the first entries of each text's vector, of length 1 at full size}
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer

ENTRIES = 32
TEXTS = [
    "How do plants make food?",
    "Photosynthesis turns light into sugar.",
    "The train to the coast leaves at nine.",
    "A recipe for bread with rye and seeds",
    "Interest rates rose again this quarter, and banks expect more of it before the year ends.",
    "my keyboard types the wrong letters",
    "Das Wetter ist heute schön.",
    "Two proteins bind where neither would alone.",
    "x = [i * i for i in range(10)]",
    "Yes",
]


def onnx_vectors(folder: Path) -> np.ndarray:
    file = next((folder / "onnx").glob("*.onnx"))
    onnx.checker.check_model(str(file), full_check=True)
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    assert [output.name for output in session.get_outputs()] == ["sentence_embedding"], session.get_outputs()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    rows = []
    for text in TEXTS:  # one by one: the file quantises the activations of a batch together
        tokens = tokenizer.encode(text)
        feed = {"input_ids": tokens.ids, "attention_mask": tokens.attention_mask, "token_type_ids": tokens.type_ids}
        rows.append(session.run(None, {name: np.array([values]) for name, values in feed.items()})[0][0])
    return np.array(rows)


def main(folder: Path, onnx_folder: Path, out: Path) -> None:
    model = SentenceTransformer(str(folder), backend="onnx", device="cpu", model_kwargs={"provider": "CPUExecutionProvider"})
    print([type(module).__name__ for module in model])
    vectors = model.encode(TEXTS, batch_size=1)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    short = SentenceTransformer(str(folder), backend="onnx", device="cpu", truncate_dim=16, model_kwargs={"provider": "CPUExecutionProvider"})
    assert np.allclose(short.encode(TEXTS, batch_size=1), vectors[:, :16], atol=1e-6)
    print("largest difference of the ONNX file:", np.abs(onnx_vectors(onnx_folder) - vectors).max())
    out.mkdir(parents=True, exist_ok=True)
    kept = [[round(float(x), 6) for x in row[:ENTRIES]] for row in vectors]
    (out / "vectors.json").write_text(json.dumps({"texts": TEXTS, "vectors": kept}, separators=(",", ":")))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
