"""The page's iALS: rows of one side for the factors of the other, solved by the executors."""
import numpy as np
import pandas as pd
from pyspark.sql import functions as F


def solve_rows(spark, liked, row, column, others, size, configuration):
    """
    The best factors of all users, or of all movies, in the page's objective.

    liked: with the columns `row`, `column` and `value`; others: the factors of the other side. Returns (size, factors),
    zeros for rows without a liked rating.
    """
    unobserved, exponent = configuration["unobserved"], configuration["frequency"]
    weights = np.full(size, unobserved * len(others))
    for entry, weight in liked.groupBy(row).agg(F.sum("value")).collect():
        weights[entry] += weight
    powers = weights**exponent
    ridges = configuration["regularisation"] * powers * weights.sum() / powers.sum()
    shared = spark.sparkContext.broadcast((others, unobserved * others.T @ others, ridges))

    def solve(batches):
        factors, everywhere, ridges = shared.value
        for batch in batches:
            solved = []
            for entry, own, values in zip(batch.entry, batch.own, batch.likings):
                q, ridge = factors[own], ridges[entry] * np.eye(factors.shape[1])
                solved.append(np.linalg.solve(everywhere + (q.T * values) @ q + ridge, values @ q))
            yield pd.DataFrame({"entry": batch.entry, "factors": solved})

    lists = liked.groupBy(F.col(row).alias("entry")).agg(F.collect_list(column).alias("own"), F.collect_list("value").alias("likings"))
    table = np.zeros((size, others.shape[1]), dtype=np.float32)
    for entry, factors in lists.mapInPandas(solve, "entry int, factors array<float>").toLocalIterator(prefetchPartitions=True):
        table[entry] = factors
    return table
