"""What the page has written into job.json, and the weights file that it opens again."""
import json

import numpy as np
from safetensors.numpy import save_file

LARGEST_INT32 = 2**31 - 1


def read_job(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def with_rows(graph, users, movies):
    """The graph with tables for so many users and movies."""
    rows = {"user": users, "movie": movies}
    nodes = [{**node, "rows": rows[node["of"]]} if node["kind"] == "embedding" else node for node in graph["nodes"]]
    return {"nodes": nodes}


def write_weights(path, model, tables, user_ids, movie_ids):
    """Writes tables by their names in the graph, (rows, columns) each, and the ids of their rows."""
    graph = with_rows(model["graph"], len(user_ids), len(movie_ids))
    arrays = {name: np.ascontiguousarray(table, dtype="<f4") for name, table in tables.items()}
    for name, values in arrays.items():
        if not np.isfinite(values).all():
            raise ValueError(f"{name} has values that are no numbers: training diverged, lower the learning rate.")
    ids = {"user_ids": id_tensor(user_ids), "movie_ids": id_tensor(movie_ids)}
    metadata = {"format": "matinee-weights", "version": "1", "model": json.dumps({**model, "graph": graph})}
    save_file({**arrays, **ids}, path, metadata=metadata)


def id_tensor(ids):
    """Whole numbers as they are, texts as a JSON array in UTF-8."""
    if len(ids) > 0 and isinstance(ids[0], str):
        return np.frombuffer(json.dumps(list(ids), ensure_ascii=False).encode(), dtype=np.uint8)
    numbers = np.asarray(ids, dtype=np.int64)
    return numbers.astype(np.int32) if np.abs(numbers).max(initial=0) <= LARGEST_INT32 else numbers
