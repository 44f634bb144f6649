"""Turns a sentence-transformers folder with PyTorch weights into the folder that is shipped, with an int8 ONNX file."""

import argparse
import json
import shutil
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Dense
from tokenizers import Tokenizer

from base import base_folder
from int8 import quantise
from losses import MATRYOSHKA_PREFIXES

MAX_TOKENS = 256
LARGEST_FILE = 24_000_000
FLOAT32_FILE = "onnx/model.onnx"
INT8_FILE = "onnx/model_quantized.onnx"


def export_float32(source: Path, target: Path) -> None:
    """Writes transformer and projection as a float32 ONNX file: input_ids, attention_mask, token_type_ids to token vectors."""
    model = SentenceTransformer(str(source), device="cpu", model_kwargs={"attn_implementation": "eager"}).eval()
    names = ["input_ids", "attention_mask", "token_type_ids"]
    shape = {0: "batch", 1: "tokens"}
    target.parent.mkdir(parents=True, exist_ok=True)
    example = torch.ones(2, 8, dtype=torch.long)
    torch.onnx.export(_TokenVectors(model), (example, example, torch.zeros_like(example)), str(target), input_names=names,
                      output_names=["last_hidden_state"], dynamic_axes={name: shape for name in [*names, "last_hidden_state"]},
                      opset_version=17, dynamo=False)


class _TokenVectors(torch.nn.Module):
    """The projection has no bias and no activation, so it may stand before the mean as well as behind it; there it is part of
    the file, and the folder needs no weights beside it."""

    def __init__(self, model: SentenceTransformer):
        super().__init__()
        self.transformer = model[0].auto_model
        self.projection = torch.nn.Sequential(*(module.linear for module in model if isinstance(module, Dense)))

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor) -> torch.Tensor:
        hidden = self.transformer(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state
        return self.projection(hidden)


def write_settings(folder: Path, prefixes: tuple[int, ...]) -> None:
    """Writes everything but the weights. Fine-tuning changes only these, so the rest is the base's, in the layout that all
    versions of sentence-transformers read."""
    base = base_folder()
    for name in ("modules.json", "1_Pooling/config.json", "config.json", "special_tokens_map.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(base / name, folder / name)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    # The base's file pads every text to 128 tokens, for readers that do not set this themselves.
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    settings = json.loads((base / "tokenizer_config.json").read_text(encoding="utf-8"))
    write_json(folder / "tokenizer_config.json", settings | {"model_max_length": MAX_TOKENS})
    write_json(folder / "sentence_bert_config.json",
               {"max_seq_length": MAX_TOKENS, "do_lower_case": False, "model_args": {"file_name": INT8_FILE}})
    trained = {"matryoshka_dims": list(prefixes)} if prefixes else {}
    write_json(folder / "config_sentence_transformers.json",
               {"prompts": {}, "default_prompt_name": None, "similarity_fn_name": "cosine"} | trained)


def write_json(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help='a trained folder, or the word "base"')
    parser.add_argument("float32", type=Path, help="written: a folder with the float32 ONNX file, to compare with")
    parser.add_argument("target", type=Path, help="written: the folder to ship")
    parser.add_argument("--matryoshka", action="store_true", help="record the prefixes the model was trained for")
    options = parser.parse_args()
    source = base_folder() if str(options.source) == "base" else options.source
    export_float32(source, options.float32 / FLOAT32_FILE)
    for folder in (options.float32, options.target):
        write_settings(folder, MATRYOSHKA_PREFIXES if options.matryoshka else ())
    write_json(options.float32 / "sentence_bert_config.json", {"max_seq_length": MAX_TOKENS, "do_lower_case": False})
    quantise(options.float32 / FLOAT32_FILE, options.target / INT8_FILE)
    size = (options.target / INT8_FILE).stat().st_size
    assert size <= LARGEST_FILE, size
    print(f"{options.target / INT8_FILE}: {size:,} bytes")


if __name__ == "__main__":
    main()
