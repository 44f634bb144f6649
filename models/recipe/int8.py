"""Stores the weights of a BERT-like ONNX file as int8, the way its vectors stay independent of a batch and of the processor."""

from pathlib import Path

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, TensorProto, helper, numpy_helper

LARGEST = 127


def quantised(weights: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 with one scale for each index along an axis: returns integers and float32 scales, which multiply back."""
    peak = np.abs(weights).max(axis=1 - axis, keepdims=True)
    scale = np.where(peak > 0, peak / LARGEST, 1).astype(np.float32)
    return np.round(weights / scale).astype(np.int8), scale


def quantise(source: Path, target: Path) -> None:
    """Writes a copy of an ONNX file whose linear layers and token table are int8.

    A layer's weights are Cast and Mul of constants: a runtime folds them into float32 as it loads the file, so a run is
    float32 throughout. Of the token table only the rows that a text needs are converted.
    """
    model = onnx.load(source)
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    restored: list[NodeProto] = []
    nodes: list[NodeProto] = []
    for node in graph.node:
        name = next((each for each in node.input if each in weights and len(weights[each].dims) == 2), None)
        if node.op_type == "MatMul" and name == node.input[1]:
            restored += _restored(graph, weights[name])
            nodes.append(node)
        elif node.op_type == "Gather" and name == node.input[0] and "word_embeddings" in name:
            nodes += _restored_rows(graph, weights[name], node)
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(restored + nodes)
    onnx.checker.check_model(model)
    target.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, target)


def _restored(graph: GraphProto, tensor: TensorProto) -> list[NodeProto]:
    """One scale an output channel."""
    name = tensor.name
    _replace(graph, tensor, axis=1)
    return [helper.make_node("Cast", [f"{name}_int8"], [f"{name}_float"], f"{name}/Cast", to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}_float", f"{name}_scale"], [name], f"{name}/Mul")]


def _restored_rows(graph: GraphProto, tensor: TensorProto, gather: NodeProto) -> list[NodeProto]:
    """One scale a token."""
    name, ids, rows = tensor.name, gather.input[1], gather.output[0]
    _replace(graph, tensor, axis=0)
    return [helper.make_node("Gather", [f"{name}_int8", ids], [f"{rows}_int8"], f"{name}/Gather"),
            helper.make_node("Gather", [f"{name}_scale", ids], [f"{rows}_scale"], f"{name}/GatherScale"),
            helper.make_node("Cast", [f"{rows}_int8"], [f"{rows}_float"], f"{name}/Cast", to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{rows}_float", f"{rows}_scale"], [rows], f"{name}/Mul")]


def _replace(graph: GraphProto, tensor: TensorProto, axis: int) -> None:
    integers, scale = quantised(numpy_helper.to_array(tensor), axis)
    graph.initializer.remove(tensor)
    graph.initializer.extend([numpy_helper.from_array(integers, f"{tensor.name}_int8"),
                              numpy_helper.from_array(scale, f"{tensor.name}_scale")])
