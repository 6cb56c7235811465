"""The page's metrics of the held-out parts, worked out by the executors."""
import numpy as np
import pandas as pd
from pyspark.sql import functions as F

from metrics import list_accuracy

FIGURES = "ndcg double, precision double, recall double"


def measure(spark, ratings, tables, job):
    """RMSE in stars where the model predicts stars; NDCG, precision and recall at k of each user's list."""
    users = spark.sparkContext.broadcast(tables["user_factors/embeddings"])
    movies = spark.sparkContext.broadcast(tables["movie_factors/embeddings"])
    train = ratings.where("part = 'train'")
    figures = {}
    for part in ("validation", "test"):
        held_out = ratings.where(F.col("part") == part)
        if held_out.isEmpty():
            continue
        stars = {} if job["model"]["configuration"]["loss"] == "implicit" else {"rmse": star_error(held_out, users, movies, job)}
        figures[part] = {**stars, **list_figures(train, held_out, users, movies, job)}
    return figures


def star_error(held_out, users, movies, job):
    target, scale = job["model"]["target"], job["scale"]

    def squares(batches):
        for batch in batches:
            z = np.einsum("ij,ij->i", users.value[batch.user], movies.value[batch.movie])
            stars = np.clip(z * target["scale"] + target["offset"], scale["min"], scale["max"])
            yield pd.DataFrame({"square": (stars - batch.rating) ** 2})

    return held_out.mapInPandas(squares, "square double").agg(F.sqrt(F.mean("square"))).first()[0]


def list_figures(train, held_out, users, movies, job):
    k, least = job["k"], max(1, job["model"]["configuration"]["minRatings"])
    counts = np.zeros(len(movies.value), dtype=np.int64)
    for movie, count in train.groupBy("movie").count().collect():
        counts[movie] = count
    hidden = counts < least
    known = train.select("movie").distinct()
    liked = held_out.where(F.col("rating") >= job["relevantFrom"]).join(known, "movie")
    lists = train.groupBy("user").agg(F.collect_list("movie").alias("seen"))
    lists = lists.join(liked.groupBy("user").agg(F.collect_set("movie").alias("relevant")), "user")

    def judge(batches):
        for batch in batches:
            scores = users.value[batch.user] @ movies.value.T
            found = [list_accuracy(*row, hidden, k) for row in zip(scores, batch.seen, batch.relevant)]
            yield pd.DataFrame(found, columns=["ndcg", "precision", "recall"])

    means = lists.mapInPandas(judge, FIGURES).agg(F.count("*"), F.mean("ndcg"), F.mean("precision"), F.mean("recall")).first()
    return dict(zip(("users", f"ndcg@{k}", f"precision@{k}", f"recall@{k}"), means))
