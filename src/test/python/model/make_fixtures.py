"""Makes src/test/resources/model/fixtures/: tiny tokenizer, ONNX and safetensors files, and what reference libraries give for them.

usage: make_fixtures.py OUT_FOLDER
needs: onnx, numpy, tokenizers, safetensors, torch, sentence-transformers 6.x (for its pooling)
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto as T
from onnx import helper as h
from onnx import numpy_helper as nh
from safetensors.numpy import save_file
from sentence_transformers.base.modules import Dense
from sentence_transformers.sentence_transformer.modules import Pooling
from tokenizers import Tokenizer, models, pre_tokenizers, processors

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "cat", "sat", "on", "mat", "query", "passage", ":"]
WIDTH = 4
TABLE = np.random.default_rng(7).normal(size=(len(WORDS), WIDTH)).round(2).astype(np.float32)


def tokenizer(path: Path) -> None:
    """A word tokenizer whose own padding and truncation the app must override."""
    made = Tokenizer(models.WordLevel({word: i for i, word in enumerate(WORDS)}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    made.add_special_tokens(WORDS[:4])
    made.enable_truncation(4)
    made.enable_padding(length=16)
    made.save(str(path))


def value(name: str, kind: int, shape: list) -> onnx.ValueInfoProto:
    return h.make_tensor_value_info(name, kind, shape)


def save(path: Path, nodes: list, inputs: list, outputs: list, constants: dict | None = None) -> onnx.ModelProto:
    constants = {"table": TABLE} | (constants or {})
    used = {name for node in nodes for name in node.input}
    initializers = [nh.from_array(array, name) for name, array in constants.items() if name in used]
    graph = h.make_graph(nodes, path.stem, inputs, outputs, initializers)
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return model


def ids(kind: int = T.INT64) -> onnx.ValueInfoProto:
    return value("input_ids", kind, ["b", "t"])


def mask(kind: int = T.INT64) -> onnx.ValueInfoProto:
    return value("attention_mask", kind, ["b", "t"])


def hidden(name: str = "last_hidden_state", kind: int = T.FLOAT) -> onnx.ValueInfoProto:
    return value(name, kind, ["b", "t", WIDTH])


def per_token_number(name: str) -> list:
    """Nodes that turn an integer input of shape [b, t] into floats of shape [b, t, 1]."""
    return [h.make_node("Cast", [name], [name + "_f"], to=T.FLOAT), h.make_node("Unsqueeze", [name + "_f", "last"], [name + "_u"])]


LAST = {"last": np.array([-1])}
LOOKUP = h.make_node("Gather", ["table", "input_ids"], ["rows"])


def onnx_files(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    plain = [h.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"])]
    save(out / "tokens.onnx", plain, [ids()], [hidden()])
    save(
        out / "types.onnx",
        [LOOKUP, *per_token_number("token_type_ids"), *per_token_number("attention_mask"),
         h.make_node("Add", ["rows", "token_type_ids_u"], ["typed"]), h.make_node("Mul", ["typed", "attention_mask_u"], ["last_hidden_state"])],
        [ids(), mask(), value("token_type_ids", T.INT64, ["b", "t"])], [hidden()], LAST,
    )
    save(
        out / "positions_int32.onnx",
        [LOOKUP, *per_token_number("position_ids"), *per_token_number("attention_mask"),
         h.make_node("Add", ["rows", "position_ids_u"], ["placed"]), h.make_node("Mul", ["placed", "attention_mask_u"], ["last_hidden_state"])],
        [ids(T.INT32), mask(T.INT32), value("position_ids", T.INT32, ["b", "t"])], [hidden()], LAST,
    )
    save(
        out / "past.onnx",
        [LOOKUP, h.make_node("ReduceSum", ["past_key_values.0.key"], ["past"], keepdims=0),
         h.make_node("Add", ["rows", "past"], ["last_hidden_state"])],
        [ids(), value("past_key_values.0.key", T.FLOAT, ["b", 2, "p", 3])], [hidden()],
    )
    save(
        out / "past_half.onnx",
        [LOOKUP, h.make_node("Cast", ["past_key_values.0.key"], ["past_f"], to=T.FLOAT),
         h.make_node("ReduceSum", ["past_f"], ["past"], keepdims=0), h.make_node("Add", ["rows", "past"], ["last_hidden_state"])],
        [ids(), value("past_key_values.0.key", T.FLOAT16, ["b", 2, "p", 3])], [hidden()],
    )
    save(
        out / "task.onnx",
        [LOOKUP, h.make_node("ReduceMean", ["rows"], ["mean"], axes=[1], keepdims=0),
         h.make_node("Cast", ["task_id"], ["task"], to=T.FLOAT), h.make_node("Add", ["mean", "task"], ["text_embeds"])],
        [ids(), value("task_id", T.INT64, [])], [hidden("rows"), value("text_embeds", T.FLOAT, ["b", WIDTH])],
    )
    save(out / "half.onnx", [LOOKUP, h.make_node("Cast", ["rows"], ["last_hidden_state"], to=T.FLOAT16)], [ids()], [hidden(kind=T.FLOAT16)])
    save(out / "double.onnx", [LOOKUP, h.make_node("Cast", ["rows"], ["last_hidden_state"], to=T.DOUBLE)], [ids()], [hidden(kind=T.DOUBLE)])
    save(
        out / "outputs.onnx",
        [h.make_node("Gather", ["table", "input_ids"], ["token_embeddings"]),
         h.make_node("ReduceMax", ["token_embeddings"], ["pooler_output"], axes=[1], keepdims=0),
         h.make_node("ReduceMean", ["token_embeddings"], ["sentence_embedding"], axes=[1], keepdims=0)],
        [ids()],
        [value("pooler_output", T.FLOAT, ["b", WIDTH]), hidden("token_embeddings"), value("sentence_embedding", T.FLOAT, ["b", WIDTH])],
    )
    save(
        out / "pooler.onnx",
        [h.make_node("Gather", ["table", "input_ids"], ["last_hidden_state"]),
         h.make_node("ReduceMax", ["last_hidden_state"], ["pooler_output"], axes=[1], keepdims=0)],
        [ids()], [value("pooler_output", T.FLOAT, ["b", WIDTH]), hidden()],
    )
    save(out / "offsets.onnx", bags(), [value("input_ids", T.INT64, ["n"]), value("offsets", T.INT64, ["b"])],
         [value("embeddings", T.FLOAT, ["b", WIDTH])],
         {"zero": np.array(0), "one": np.array(1), "ones": np.array([1]), "end": np.array([2**60]), "axis": np.array([1]), "tiny": np.array(1e-9, np.float32)})
    fixed_files(out)
    bad_files(out)
    external = save(out / "external.onnx", plain, [ids()], [hidden()])
    onnx.save(external, out / "external.onnx", save_as_external_data=True, location="external.onnx_data", size_threshold=0)
    escaping = onnx.load(out / "external.onnx", load_external_data=False)
    for entry in escaping.graph.initializer[0].external_data:
        if entry.key == "location":
            entry.value = "../external.onnx_data"
    (out / "escaping.onnx").write_bytes(escaping.SerializeToString())


def fixed_files(out: Path) -> None:
    """Models whose inputs have a fixed size; padding is set to zero, so that only a pooling by the mask gives the mean."""
    for name, shape in (("one", [1, 8]), ("three", [3, 8]), ("length", ["b", 8])):
        save(
            out / f"fixed_{name}.onnx",
            [LOOKUP, *per_token_number("attention_mask"), h.make_node("Mul", ["rows", "attention_mask_u"], ["last_hidden_state"])],
            [value("input_ids", T.INT64, shape), value("attention_mask", T.INT64, shape)],
            [value("last_hidden_state", T.FLOAT, [*shape, WIDTH])], LAST,
        )


def bags() -> list:
    """Mean of the rows of each bag, as Model2Vec exports it: ids one behind the other, and where each text starts."""
    return [
        h.make_node("Gather", ["table", "input_ids"], ["rows"]),
        h.make_node("Size", ["input_ids"], ["n"]),
        h.make_node("Range", ["zero", "n", "one"], ["at"]),
        h.make_node("Slice", ["offsets", "ones", "end"], ["later"]),
        h.make_node("Reshape", ["n", "ones"], ["last_end"]),
        h.make_node("Concat", ["later", "last_end"], ["ends"], axis=0),
        h.make_node("Unsqueeze", ["offsets", "axis"], ["from"]),
        h.make_node("Unsqueeze", ["ends", "axis"], ["to"]),
        h.make_node("GreaterOrEqual", ["at", "from"], ["after"]),
        h.make_node("Less", ["at", "to"], ["before"]),
        h.make_node("And", ["after", "before"], ["inside"]),
        h.make_node("Cast", ["inside"], ["member"], to=T.FLOAT),
        h.make_node("MatMul", ["member", "rows"], ["sum"]),
        h.make_node("ReduceSum", ["member", "axis"], ["count"]),
        h.make_node("Max", ["count", "tiny"], ["divisor"]),
        h.make_node("Div", ["sum", "divisor"], ["embeddings"]),
    ]


def bad_files(out: Path) -> None:
    """Models whose output is not an embedding, or whose input is not text."""
    save(out / "rank1.onnx", [LOOKUP, h.make_node("ReduceMean", ["rows"], ["score"], axes=[1, 2], keepdims=0)], [ids()], [value("score", T.FLOAT, ["b"])])
    save(out / "rank4.onnx", [LOOKUP, h.make_node("Unsqueeze", ["rows", "last"], ["deep"])], [ids()], [value("deep", T.FLOAT, ["b", "t", WIDTH, 1])], LAST)
    save(out / "one_row.onnx", [LOOKUP, h.make_node("ReduceMean", ["rows"], ["mean"], axes=[0], keepdims=0)], [ids()], [value("mean", T.FLOAT, ["t", WIDTH])])
    save(out / "nan.onnx", [LOOKUP, h.make_node("Div", ["rows", "nothing"], ["infinite"]), h.make_node("Sub", ["infinite", "infinite"], ["last_hidden_state"])],
         [ids()], [hidden()], {"nothing": np.zeros(1, np.float32)})
    save(out / "logits.onnx", [h.make_node("Gather", ["table", "input_ids"], ["logits"])], [ids()], [hidden("logits")])
    save(out / "whole_numbers.onnx", [h.make_node("Abs", ["input_ids"], ["classes"])], [ids()], [value("classes", T.INT64, ["b", "t"])])
    save(out / "pixels.onnx", [h.make_node("Abs", ["pixel_values"], ["last_hidden_state"])], [value("pixel_values", T.FLOAT, ["b", "t", WIDTH])], [hidden()])
    save(out / "extra_input.onnx", [LOOKUP, h.make_node("Mul", ["rows", "gate"], ["last_hidden_state"])], [ids(), value("gate", T.FLOAT, [1])], [hidden()])
    save(out / "float_ids.onnx", [h.make_node("Unsqueeze", ["input_ids", "last"], ["last_hidden_state"])], [ids(T.FLOAT)], [value("last_hidden_state", T.FLOAT, ["b", "t", 1])], LAST)


def poolings(out: Path) -> None:
    """sentence-transformers' own pooling, with padding on either side, with and without the prompt."""
    rng = np.random.default_rng(3)
    length, width, lengths, prompt = 6, 3, [6, 4, 1], 2
    cases = []
    for side in ("right", "left"):
        vectors = rng.normal(size=(len(lengths), length, width)).round(3).astype(np.float32)
        mask = np.array([[1 if (t < n if side == "right" else t >= length - n) else 0 for t in range(length)] for n in lengths])
        for skipped in (0, prompt):
            rows = [0, 1] if skipped else [0, 1, 2]  # a text must be longer than its prompt
            for mode in [*Pooling.POOLING_MODES, ["cls", "mean"]]:
                pooling = Pooling(width, mode, include_prompt=skipped == 0)
                features = {"token_embeddings": torch.tensor(vectors[rows]), "attention_mask": torch.tensor(mask[rows]), "prompt_length": skipped}
                cases.append({
                    "side": side, "skipped": skipped, "poolings": [mode] if isinstance(mode, str) else mode,
                    "hidden": vectors[rows].tolist(), "mask": mask[rows].tolist(),
                    "expected": pooling(features)["sentence_embedding"].tolist(),
                })
    (out / "poolings.json").write_text(json.dumps(cases, separators=(",", ":")))


def dense(out: Path) -> None:
    """Dense modules as sentence-transformers saves them, with their outputs for one vector."""
    torch.manual_seed(5)
    x = torch.tensor([[0.9, -1.4, 0.3, 2.1]])
    cases = []
    kinds = [("Tanh", 3, True, False), ("Identity", 4, False, False), ("ReLU", 3, True, False), ("GELU", 3, True, False),
             ("Sigmoid", 3, True, False), ("SiLU", 3, True, False), ("Tanh", 4, True, True), ("Tanh", 3, True, True)]
    for activation, width, bias, residual in kinds:
        name = f"{activation}_{width}{'_residual' if residual else ''}".lower()
        module = Dense(4, width, bias=bias, activation_function=getattr(torch.nn, activation)(), use_residual=residual)
        folder = out / "dense" / name
        folder.mkdir(parents=True, exist_ok=True)
        module.save(str(folder))
        with torch.no_grad():
            expected = module({"sentence_embedding": x})["sentence_embedding"]
        cases.append({"folder": name, "expected": expected[0].tolist()})
    norm = torch.nn.LayerNorm(4)
    norm.weight.data, norm.bias.data = torch.tensor([1.0, 2.0, 0.5, -1.0]), torch.tensor([0.1, 0.0, -0.2, 0.3])
    folder = out / "layer_norm"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text('{"dimension": 4}')
    save_file({"norm.weight": norm.weight.detach().numpy(), "norm.bias": norm.bias.detach().numpy()}, folder / "model.safetensors")
    with torch.no_grad():
        expected = {"dense": cases, "input": x[0].tolist(), "layerNorm": norm(x)[0].tolist()}
    (out / "layers.json").write_text(json.dumps(expected, separators=(",", ":")))


def static(out: Path) -> None:
    folder = out / "static"
    folder.mkdir(exist_ok=True)
    weights = np.linspace(0.5, 2, len(WORDS))
    mapping = np.array([0, 0, 0, 0, 1, 2, 2, 3, 1, 4, 5, 0], np.int32)
    save_file({"embedding.weight": TABLE}, folder / "sentence_transformers.safetensors")
    save_file({"embeddings": TABLE.astype(np.float16)}, folder / "float16.safetensors")
    save_file({"embeddings": (TABLE * 40).astype(np.int8)}, folder / "int8.safetensors")
    save_file({"embeddings": TABLE[4:10].copy(), "weights": weights, "mapping": mapping}, folder / "mapped.safetensors")
    words = [WORDS.index(word) for word in "the cat sat on the mat".split()]
    expected = {
        "table": TABLE.tolist(),
        "sentence_transformers": TABLE[words].mean(0).tolist(),
        "float16": TABLE.astype(np.float16)[words].astype(np.float32).mean(0).tolist(),
        "int8": (TABLE * 40).astype(np.int8)[words].astype(np.float32).mean(0).tolist(),
        "mapped": (TABLE[4:10][mapping[words]] * weights[words, None]).mean(0).tolist(),
    }
    (out / "static.json").write_text(json.dumps(expected, separators=(",", ":")))


if __name__ == "__main__":
    to = Path(sys.argv[1])
    to.mkdir(parents=True, exist_ok=True)
    tokenizer(to / "tokenizer.json")
    onnx_files(to / "onnx")
    poolings(to)
    dense(to)
    static(to)
