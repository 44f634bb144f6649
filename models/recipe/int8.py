"""Stores the weights of a BERT-like ONNX file as int8, in a way that leaves its vectors independent of their batch."""

from pathlib import Path

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, TensorProto, helper, numpy_helper

LARGEST = 127
BLOCK = 32
"""Inputs of a layer that share a scale, for each output."""


def quantised(weights: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 with one scale along an axis: returns integers and float16 scales, which multiply back."""
    scale = (np.abs(weights).max(axis=axis, keepdims=True) / LARGEST).astype(np.float16)
    # All zero, or below what float16 holds: such weights become zero whatever the scale.
    scale[scale == 0] = 1
    return np.clip(np.round(weights / scale.astype(np.float32)), -LARGEST, LARGEST).astype(np.int8), scale


def quantise(source: Path, target: Path) -> None:
    """Writes a copy of an ONNX file whose linear layers and embedding tables are int8.

    A layer's weights are made of constants: a runtime folds them into float32 as it loads the file, so a run is float32
    throughout. Of a table only the rows that a text needs are converted.
    """
    model = onnx.load(source)
    graph = model.graph
    matrices = {tensor.name: tensor for tensor in graph.initializer if len(tensor.dims) == 2}
    restored: list[NodeProto] = []
    nodes: list[NodeProto] = []
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in matrices:
            restored += _layer(graph, matrices[node.input[1]])
            nodes.append(node)
        elif node.op_type == "Gather" and node.input[0] in matrices:
            nodes += _rows(graph, matrices[node.input[0]], node)
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(restored + nodes)
    onnx.checker.check_model(model)
    target.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, target)


def _layer(graph: GraphProto, tensor: TensorProto) -> list[NodeProto]:
    """Blocks of inputs with a scale for each output."""
    name, weights = tensor.name, numpy_helper.to_array(tensor)
    inputs, outputs = weights.shape
    _replace(graph, tensor, weights.reshape(inputs // BLOCK, BLOCK, outputs), axis=1)
    graph.initializer.append(numpy_helper.from_array(np.array(weights.shape, np.int64), f"{name}_shape"))
    return [*_product(f"{name}_int8", f"{name}_scale", f"{name}_blocks"),
            helper.make_node("Reshape", [f"{name}_blocks", f"{name}_shape"], [name], f"{name}/Reshape")]


def _rows(graph: GraphProto, tensor: TensorProto, gather: NodeProto) -> list[NodeProto]:
    """A scale for each row."""
    name, ids, rows = tensor.name, gather.input[1], gather.output[0]
    _replace(graph, tensor, numpy_helper.to_array(tensor), axis=1)
    return [helper.make_node("Gather", [f"{name}_int8", ids], [f"{rows}_int8"], f"{name}/Gather"),
            helper.make_node("Gather", [f"{name}_scale", ids], [f"{rows}_scale"], f"{name}/GatherScale"),
            *_product(f"{rows}_int8", f"{rows}_scale", rows)]


def _product(integers: str, scale: str, product: str) -> list[NodeProto]:
    return [helper.make_node("Cast", [each], [f"{each}_float"], f"{each}/Cast", to=TensorProto.FLOAT) for each in (integers, scale)] + [
        helper.make_node("Mul", [f"{integers}_float", f"{scale}_float"], [product], f"{product}/Mul")]


def _replace(graph: GraphProto, tensor: TensorProto, weights: np.ndarray, axis: int) -> None:
    integers, scale = quantised(weights, axis)
    graph.initializer.remove(tensor)
    graph.initializer.extend([numpy_helper.from_array(integers, f"{tensor.name}_int8"),
                              numpy_helper.from_array(scale, f"{tensor.name}_scale")])
