"""Ratings from sharded CSV files with the columns userId, movieId, rating and part."""
import glob
import os

import numpy as np
import pandas as pd
import tensorflow as tf

COLUMNS = ["userId", "movieId", "rating", "part"]
TYPES = {"number": ("int64", tf.int64), "text": ("str", tf.string)}


def shards_of(folder):
    files = sorted(glob.glob(os.path.join(folder, "*.csv")))
    if not files:
        raise SystemExit(f"There is no .csv file in {folder}.")
    missing = set(COLUMNS) - set(header_of(files[0]))
    if missing:
        raise SystemExit(f"{files[0]} lacks {', '.join(sorted(missing))}: shard.py writes files as they are needed.")
    return files


def header_of(file):
    with open(file, encoding="utf-8") as lines:
        return lines.readline().strip().split(",")


def read_shard(file, ids):
    types = {"userId": TYPES[ids["user"]][0], "movieId": TYPES[ids["movie"]][0], "rating": "float32", "part": "str"}
    return pd.read_csv(file, usecols=COLUMNS, dtype=types, keep_default_na=False)


class Vocabulary:
    """The ids of users and movies in ascending order, and which of them have a training rating."""

    def __init__(self, files, ids):
        known = {"userId": set(), "movieId": set()}
        trained = {"userId": set(), "movieId": set()}
        self.train_ratings = 0
        for file in files:
            shard = read_shard(file, ids)
            train = shard[shard.part == "train"]
            self.train_ratings += len(train)
            for column in known:
                known[column].update(shard[column].unique())
                trained[column].update(train[column].unique())
        self.kinds = {"user": ids["user"], "movie": ids["movie"]}
        self.ids = {"user": sorted(known["userId"]), "movie": sorted(known["movieId"])}
        self.rows = {of: len(found) for of, found in self.ids.items()}
        self.trained = {
            of: np.array([raw in trained[f"{of}Id"] for raw in found], dtype=bool) for of, found in self.ids.items()
        }

    def lookup(self, of):
        """A table from id to row number."""
        keys = tf.constant(self.ids[of], dtype=TYPES[self.kinds[of]][1])
        values = tf.range(len(self.ids[of]), dtype=tf.int32)
        return tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(keys, values), default_value=-1)


def training_batches(files, vocabulary, target, batch, seed):
    """Endless batches of the training part: ((user, movie), stars in target units)."""
    header = header_of(files[0])
    # In the order of the file, which decode_csv gives them in.
    columns = sorted(COLUMNS, key=header.index)
    users, movies = vocabulary.lookup("user"), vocabulary.lookup("movie")
    types = {"userId": TYPES[vocabulary.kinds["user"]][1], "movieId": TYPES[vocabulary.kinds["movie"]][1]}
    types |= {"rating": tf.float32, "part": tf.string}
    required = [tf.constant([], dtype=types[name]) for name in columns]

    def parse(lines):
        values = tf.io.decode_csv(lines, required, select_cols=[header.index(name) for name in columns])
        row = dict(zip(columns, values))
        keep = row["part"] == "train"
        user = users.lookup(tf.boolean_mask(row["userId"], keep))
        movie = movies.lookup(tf.boolean_mask(row["movieId"], keep))
        stars = tf.boolean_mask(row["rating"], keep)
        return (user, movie), (stars - target["offset"]) / target["scale"]

    names = tf.data.Dataset.from_tensor_slices(files).shuffle(len(files), seed=seed)
    lines = names.interleave(lambda file: tf.data.TextLineDataset(file).skip(1), cycle_length=min(8, len(files)))
    # Shuffled before it repeats: so each rating comes once an epoch, in another order each time.
    shuffled = lines.shuffle(200_000, seed=seed).repeat().batch(4096)
    return shuffled.map(parse, num_parallel_calls=tf.data.AUTOTUNE).rebatch(batch, drop_remainder=True).prefetch(tf.data.AUTOTUNE)
