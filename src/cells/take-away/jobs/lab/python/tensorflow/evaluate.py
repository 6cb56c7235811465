"""Measures a weights file on the held-out parts with the page's metrics: python evaluate.py weights.safetensors"""
import argparse
import json
import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import numpy as np
import pandas as pd
from safetensors.numpy import load_file

from job import read_job
from metrics import list_accuracy, rmse
from model import build
from ratings import Vocabulary, read_shard, shards_of

# Predicted at a time.
PAIRS = 1_000_000
HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("--job", default=os.path.join(HERE, "job.json"))
    parser.add_argument("--ratings", default=os.path.join(HERE, "ratings"))
    parser.add_argument("--lists", type=int, default=1000, help="lists of so many users, drawn by the seed")
    parser.add_argument("--figures", help="a JSON file for the figures")
    return parser.parse_args()


def load(path, graph, rows):
    """The model with the tables of a weights file."""
    tables = load_file(path)
    model = build(graph, rows)
    for node in graph["nodes"]:
        names = [f"{node['name']}/{part}" for part in ("embeddings", "kernel", "bias")]
        found = [tables[name] for name in names if name in tables]
        if found:
            layer = model.get_layer(node["name"])
            layer.set_weights([table.reshape(weight.shape) for table, weight in zip(found, layer.weights)])
    return model


def main():
    args = arguments()
    job = read_job(args.job)
    files = shards_of(args.ratings)
    vocabulary = Vocabulary(files, job["ids"])
    model = load(args.weights, job["model"]["graph"], vocabulary.rows)
    ratings = pd.concat([read_shard(file, job["ids"]) for file in files])
    for of in ("user", "movie"):
        ratings[of] = pd.Index(vocabulary.ids[of]).get_indexer(ratings[f"{of}Id"])
    target = job["model"]["target"]

    def predict(users, movies):
        pairs = (np.asarray(users, dtype="int32"), np.asarray(movies, dtype="int32"))
        return model.predict(pairs, batch_size=65_536, verbose=0)[:, 0] * target["scale"] + target["offset"]

    figures = {part: measure(ratings, part, predict, job, args.lists) for part in ("validation", "test") if (ratings.part == part).any()}
    print(json.dumps(figures, indent=2))
    if args.figures:
        with open(args.figures, "w", encoding="utf-8") as file:
            json.dump(figures, file)


def measure(ratings, part, predict, job, most):
    k, movies = job["k"], int(ratings.movie.max()) + 1
    train, held_out = ratings[ratings.part == "train"], ratings[ratings.part == part]
    counts = np.bincount(train.movie, minlength=movies)
    hidden = counts < max(1, job["model"]["configuration"]["minRatings"])
    liked = held_out[(held_out.rating >= job["relevantFrom"]) & (counts[held_out.movie] > 0) & held_out.user.isin(train.user)]
    relevant = {user: rows.unique() for user, rows in liked.groupby("user").movie}
    drawn = np.random.default_rng(job["model"]["configuration"]["seed"]).permutation(sorted(relevant))[:most]
    seen = {user: rows.to_numpy() for user, rows in train[train.user.isin(drawn)].groupby("user").movie}
    found = []
    for users in np.array_split(drawn, max(1, len(drawn) * movies // PAIRS)):
        scores = predict(np.repeat(users, movies), np.tile(np.arange(movies), len(users))).reshape(len(users), movies)
        found += [list_accuracy(row, seen[user], relevant[user], hidden, k) for user, row in zip(users, scores)]
    stars = rmse(predict(held_out.user, held_out.movie), held_out.rating.to_numpy(), job["scale"])
    names = (f"ndcg@{k}", f"precision@{k}", f"recall@{k}")
    return {"rmse": stars, "users": len(drawn), **dict(zip(names, map(float, np.mean(found, axis=0))))}


if __name__ == "__main__":
    main()
