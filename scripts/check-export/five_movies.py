"""Prints the five movies of a weights file for a user as JSON, worked out with NumPy alone.

python five_movies.py weights.safetensors ratings-folder user
"""
import csv
import glob
import json
import sys

import numpy as np
from safetensors import safe_open


def main(path, folder, user_id):
    with safe_open(path, "np") as file:
        model = json.loads(file.metadata()["model"])
        tables = {name: file.get_tensor(name) for name in file.keys()}
    users, movies = ids_of(tables["user_ids"]), ids_of(tables["movie_ids"])
    row_of = {movie: row for row, movie in enumerate(movies)}
    rated, counts = set(), np.zeros(len(movies), dtype=int)
    for name in glob.glob(f"{folder}/*.csv"):
        with open(name, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                movie = row_of[row["movieId"]]
                counts[movie] += 1
                if row["userId"] == user_id:
                    rated.add(movie)
    scores = predict(model["graph"], tables, users.index(user_id), len(movies))
    scores[list(rated)] = -np.inf
    scores[counts < model["configuration"]["minRatings"]] = -np.inf
    print(json.dumps([movies[row] for row in np.argsort(-scores, kind="stable")[:5]]))


def ids_of(tensor):
    return json.loads(tensor.tobytes().decode()) if tensor.dtype == np.uint8 else [str(value) for value in tensor]


def predict(graph, tables, user, movies):
    """The graph's output for one user and every movie, in double precision."""
    rows = {"user": np.full(movies, user), "movie": np.arange(movies)}
    out = {}
    for node in graph["nodes"]:
        name = node["name"]
        reads = [out[read] for read in node.get("inputs", [node["input"]] if "input" in node else [])]
        out[name] = {
            "embedding": lambda: tables[f"{name}/embeddings"].astype(float)[rows[node["of"]]],
            "dot": lambda: (reads[0] * reads[1]).sum(axis=1, keepdims=True),
            "add": lambda: sum(reads),
            "concat": lambda: np.hstack(reads),
            "dense": lambda: reads[0] @ tables[f"{name}/kernel"] + tables.get(f"{name}/bias", 0),
            "activation": lambda: np.maximum(reads[0], 0) if node["activation"] == "relu" else 1 / (1 + np.exp(-reads[0])),
            "dropout": lambda: reads[0],
            "scale": lambda: reads[0] * node["factor"] + node["offset"],
        }[node["kind"]]()
    return out[graph["nodes"][-1]["name"]][:, 0]


main(*sys.argv[1:])
