"""Write a trained checkpoint as ONNX for onnxruntime: weights of eight bits, activations quantised as they come.

Two graphs, so that the second runs only for the cues found by the first:
`attribution.onnx` pieces -> word vectors and first-stage scores; `attribution_pairs.onnx` -> source and content scores.
Weights use seven of their eight bits: products then cannot overflow on processors without VNNI, so that every
processor gives the same answer. Run: python -m training.attribution.export --checkpoint C --out DIR
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.attribution.network import HEADS, HIDDEN, LAYERS, PAIR_HEADS, PAIR_LAYERS

OPSET = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
State = dict[str, np.ndarray]


class Graph:
    """Collects nodes and constants under fresh names."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def add(self, kind: str, inputs: list[str], outputs: int = 1, domain: str = "", **attributes: object) -> list[str]:
        names = [f"t{len(self.nodes)}_{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def linear(self, x: str, state: State, name: str) -> str:
        weight = self.constant(f"{name}.w", state[f"{name}.weight"].T)
        bias = self.constant(f"{name}.b", state[f"{name}.bias"])
        return self.add("Add", [self.add("MatMul", [x, weight])[0], bias])[0]

    def layer(self, x: str, state: State, name: str, heads: int) -> str:
        """One transformer layer in the fused operators of onnxruntime."""
        q, k, v = self.add("Split", [self.linear(x, state, f"{name}.qkv")], 3, axis=2)
        mixed = self.add("MultiHeadAttention", [q, k, v], domain="com.microsoft", num_heads=heads)[0]
        x = self.skip(x, mixed, state, f"{name}.out", f"{name}.norm1")
        weight = self.constant(f"{name}.up.w", state[f"{name}.up.weight"].T)
        bias = self.constant(f"{name}.up.b", state[f"{name}.up.bias"])
        inner = self.add("BiasGelu", [self.add("MatMul", [x, weight])[0], bias], domain="com.microsoft")[0]
        return self.skip(x, inner, state, f"{name}.down", f"{name}.norm2")

    def skip(self, x: str, inner: str, state: State, linear: str, norm: str) -> str:
        """Layer norm of x plus a linear map of inner."""
        weight = self.constant(f"{linear}.w", state[f"{linear}.weight"].T)
        parts = [self.constant(f"{norm}.g", state[f"{norm}.weight"]), self.constant(f"{norm}.b", state[f"{norm}.bias"])]
        bias = self.constant(f"{linear}.b", state[f"{linear}.bias"])
        mapped = self.add("MatMul", [inner, weight])[0]
        return self.add("SkipLayerNormalization", [x, mapped, *parts, bias], domain="com.microsoft", epsilon=1e-12)[0]

    def table(self, state: State, name: str, indices: str) -> str:
        """Rows of an embedding table kept in eight bits with one scale a row."""
        weight = state[f"{name}.weight"]
        scale = np.maximum(np.abs(weight).max(axis=1, keepdims=True), 1e-8) / 127
        small = self.constant(f"{name}.q", np.round(weight / scale).astype(np.int8))
        scales = self.constant(f"{name}.s", scale.astype(np.float32))
        rows = self.add("Cast", [self.add("Gather", [small, indices])[0]], to=TensorProto.FLOAT)[0]
        return self.add("Mul", [rows, self.add("Gather", [scales, indices])[0]])[0]

    def gather(self, state: State, name: str, indices: str) -> str:
        return self.add("Gather", [self.constant(f"{name}.t", state[f"{name}.weight"]), indices])[0]

    def model(self, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, "attribution", inputs, outputs, self.constants)
        model = helper.make_model(graph, opset_imports=OPSET, producer_name="communique")
        model.ir_version = 8
        return model

    def rename(self, name: str, new: str) -> None:
        """Give a node's result the name of a graph output."""
        self.nodes.append(helper.make_node("Identity", [name], [new]))


def value(name: str, kind: int, *shape: str | int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, list(shape))


def encoder_graph(state: State) -> onnx.ModelProto:
    """Inputs (1, pieces) int64 and `heads` (words) int64; outputs `words` (words, 384) and `first` (words, 9)."""
    g = Graph()
    x = g.table(state, "encoder.word", "pieces")
    for name in ("position", "quote", "case", "place"):
        x = g.add("Add", [x, g.gather(state, f"encoder.{name}", name)])[0]
    norm = [g.constant("n.g", state["encoder.norm.weight"]), g.constant("n.b", state["encoder.norm.bias"])]
    x = g.add("LayerNormalization", [x, *norm], axis=-1, epsilon=1e-12)[0]
    for number in range(LAYERS):
        x = g.layer(x, state, f"encoder.layers.{number}", HEADS)
    axis = g.constant("axis0", np.array([0], dtype=np.int64))
    flat = g.add("Squeeze", [x, axis])[0]
    words = g.add("Gather", [flat, "heads"], axis=0)[0]
    g.rename(words, "words")
    g.rename(g.linear(words, state, "first"), "first")
    names = ("pieces", "position", "quote", "case", "place")
    inputs = [value(n, TensorProto.INT64, 1, "p") for n in names] + [value("heads", TensorProto.INT64, "w")]
    return g.model(inputs, [value("words", TensorProto.FLOAT, "w", HIDDEN), value("first", TensorProto.FLOAT, "w", 9)])


def pair_graph(state: State) -> onnx.ModelProto:
    """Inputs `words` (words, 384), `begin`, `last` (cues), `index`, `bucket`, `line` (cues, near words).

    Outputs `emissions` (cues, near words, 7) and `valid` (cues, 1).
    """
    g = Graph()
    ends = g.add("Concat", [g.add("Gather", ["words", n], axis=0)[0] for n in ("begin", "last")], axis=1)[0]
    shift, scale = g.add("Split", [g.linear(ends, state, "cue")], 2, axis=1)
    one = g.constant("one", np.array(1, dtype=np.float32))
    axis1 = g.constant("axis1", np.array([1], dtype=np.int64))
    scale = g.add("Unsqueeze", [g.add("Add", [scale, one])[0], axis1])[0]
    shift = g.add("Unsqueeze", [shift, axis1])[0]
    near = g.add("Gather", [g.linear("words", state, "token"), "index"], axis=0)[0]
    x = g.add("Add", [g.add("Mul", [near, scale])[0], shift])[0]
    x = g.add("Add", [x, g.gather(state, "distance", "bucket")])[0]
    x = g.add("Add", [x, g.gather(state, "line", "line")])[0]
    norm = [g.constant("p.g", state["norm.weight"]), g.constant("p.b", state["norm.bias"])]
    x = g.add("LayerNormalization", [x, *norm], axis=-1, epsilon=1e-5)[0]
    for number in range(PAIR_LAYERS):
        x = g.layer(x, state, f"pairs.{number}", PAIR_HEADS)
    g.rename(g.linear(x, state, "second"), "emissions")
    origin = g.add("Gather", ["index", g.constant("zero", np.array(0, dtype=np.int64))], axis=1)[0]
    index = g.add("Unsqueeze", [g.add("Sub", ["begin", origin])[0], axis1])[0]
    rows = g.add(
        "Range",
        [
            "zero",
            g.add("Squeeze", [g.add("Shape", ["begin"])[0]])[0],
            g.constant("step", np.array(1, dtype=np.int64)),
        ],
    )[0]
    place = g.add("Concat", [g.add("Unsqueeze", [rows, axis1])[0], index], axis=1)[0]
    own = g.add("GatherND", [x, place])[0]
    g.rename(g.linear(own, state, "valid"), "valid")
    inputs = [
        value("words", TensorProto.FLOAT, "w", HIDDEN),
        value("begin", TensorProto.INT64, "k"),
        value("last", TensorProto.INT64, "k"),
        value("index", TensorProto.INT64, "k", "n"),
        value("bucket", TensorProto.INT64, "k", "n"),
        value("line", TensorProto.INT64, "k", "n"),
    ]
    return g.model(inputs, [value("emissions", TensorProto.FLOAT, "k", "n", 7), value("valid", TensorProto.FLOAT, "k", 1)])


def save(model: onnx.ModelProto, path: Path, small: bool) -> None:
    """Write a graph, with its matrix products in eight bits if `small`."""
    if not small:
        onnx.save(model, path)
        return
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        onnx.save(model, plain)
        quantize_dynamic(
            plain,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights, to measure what eight bits cost")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    state = {k: v.float().numpy() for k, v in torch.load(options.checkpoint, map_location="cpu").items()}
    save(encoder_graph(state), options.out / "attribution.onnx", not options.float)
    save(pair_graph(state), options.out / "attribution_pairs.onnx", not options.float)


if __name__ == "__main__":
    main()
