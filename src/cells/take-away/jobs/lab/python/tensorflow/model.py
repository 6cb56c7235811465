"""The network of job.json in Keras 3: one layer a node of the graph, under the node's name."""
import keras
import numpy as np
from keras import layers, ops


def build(graph, rows, trained=None):
    """
    rows: how many users and movies there are; trained: which of them have a training rating. The embeddings of the
    others start at zero and stay there, as in the page.
    """
    inputs = {of: keras.Input(shape=(), dtype="int32", name=of) for of in ("user", "movie")}
    outputs = {}
    for node in graph["nodes"]:
        names = node["inputs"] if "inputs" in node else [node["input"]] if "input" in node else []
        reads = [outputs[name] for name in names] or [inputs[node["of"]]]
        outputs[node["name"]] = layer_of(node, rows)(reads if "inputs" in node else reads[0])
    model = keras.Model(tuple(inputs.values()), outputs[graph["nodes"][-1]["name"]])
    if trained is not None:
        for layer, node in embeddings(model, graph):
            layer.embeddings.assign(np.array(layer.embeddings) * trained[node["of"]][:, None].astype("float32"))
    return model


def embeddings(model, graph):
    return [(model.get_layer(node["name"]), node) for node in graph["nodes"] if node["kind"] == "embedding"]


def layer_of(node, rows):
    kind, name = node["kind"], node["name"]
    if kind == "embedding":
        start = initializer(node["initializer"])
        table = layers.Embedding(rows[node["of"]], node["width"], embeddings_initializer=start, name=name)
        return lambda entries: RowsL2(node["l2"])(table(entries)) if node["l2"] > 0 else table(entries)
    if kind == "dense":
        return layers.Dense(node["width"], use_bias=node["useBias"], name=name)
    if kind == "activation":
        return layers.Activation(node["activation"], name=name)
    if kind == "dropout":
        return layers.Dropout(node["rate"], name=name)
    if kind == "scale":
        return layers.Rescaling(node["factor"], offset=node["offset"], name=name)
    return {"dot": lambda: layers.Dot(axes=1, name=name), "add": lambda: layers.Add(name=name)}.get(
        kind, lambda: layers.Concatenate(name=name)
    )()


def initializer(start):
    return keras.initializers.RandomNormal(stddev=start["deviation"]) if start["kind"] == "normal" else "zeros"


class RowsL2(layers.Layer):
    """Returns rows unchanged, and adds strength x their mean squared norm to the loss: Keras divides activity regularizers by the batch."""

    def __init__(self, strength):
        super().__init__()
        self.strength = strength

    def call(self, rows):
        self.add_loss(self.strength * ops.mean(ops.sum(ops.square(rows), axis=-1)))
        return rows


def tables_of(model, graph):
    """The trained tables by their names in a weights file; a vector is one row."""
    tables = {}
    for node in graph["nodes"]:
        layer = model.get_layer(node["name"])
        if node["kind"] == "embedding":
            tables[f"{node['name']}/embeddings"] = np.array(layer.embeddings)
        if node["kind"] == "dense":
            tables[f"{node['name']}/kernel"] = np.array(layer.kernel)
            if node["useBias"]:
                tables[f"{node['name']}/bias"] = np.array(layer.bias)[None]
    return tables
