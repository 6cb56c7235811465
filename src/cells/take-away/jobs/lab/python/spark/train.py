"""Trains the dot product of job.json with Spark's ALS, measures it and writes weights that the page opens.

spark-submit train.py --help
"""
import argparse
import json
import os
import time

import numpy as np
from pyspark.ml.recommendation import ALS
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

from evaluate import measure
from implicit import solve_rows
from job import read_job, write_weights
from ratings import indexed, likings, read_ratings

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--job", default=os.path.join(HERE, "job.json"))
    parser.add_argument("--ratings", default=os.path.join(HERE, "ratings"), help="a file or folder of any Hadoop file system")
    parser.add_argument("--format", choices=["csv", "parquet"], default="csv")
    parser.add_argument("--user", default="userId", help="the column of the users' ids")
    parser.add_argument("--movie", default="movieId", help="the column of the movies' ids")
    parser.add_argument("--rating", default="rating", help="the column of the ratings")
    parser.add_argument("--iterations", type=int, help="instead of those of job.json")
    parser.add_argument("--out", default="weights.safetensors", help="on the driver's machine")
    parser.add_argument("--figures", help="a JSON file for the figures, on the driver's machine")
    return parser.parse_args()


def main():
    args = arguments()
    job = read_job(args.job)
    spark = SparkSession.builder.appName("Matinee").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.pyspark.enabled", "true")
    # Executors need what the functions of these import.
    for name in ("metrics.py", "evaluate.py", "implicit.py"):
        spark.sparkContext.addPyFile(os.path.join(HERE, name))
    ratings, user_ids, movie_ids = indexed(spark, read_ratings(spark, args, job))
    ratings.cache()
    train = ratings.where("part = 'train'")
    started = time.time()
    fit = fit_implicit if job["model"]["configuration"]["loss"] == "implicit" else fit_explicit
    users, movies = fit(spark, train, job, args.iterations or job["iterations"], len(user_ids), len(movie_ids))
    tables = {"user_factors/embeddings": users, "movie_factors/embeddings": movies}
    seconds = time.time() - started
    write_weights(args.out, job["model"], tables, user_ids, movie_ids)
    figures = {"train_seconds": round(seconds, 2), **measure(spark, ratings, tables, job)}
    print(json.dumps(figures, indent=2))
    if args.figures:
        with open(args.figures, "w", encoding="utf-8") as file:
            json.dump(figures, file)
    spark.stop()


def als_of(configuration, iterations):
    return ALS(
        rank=configuration["userFactors"],
        maxIter=iterations,
        userCol="user",
        itemCol="movie",
        ratingCol="value",
        seed=configuration["seed"],
        intermediateStorageLevel="MEMORY_AND_DISK",
    )


def fit_explicit(spark, train, job, iterations, users, movies):
    """The page's squared error and L2, solved row by row."""
    configuration, target = job["model"]["configuration"], job["model"]["target"]
    value = (F.col("rating") - target["offset"]) / target["scale"]
    model = als_of(configuration, iterations).setRegParam(configuration["l2"]).fit(train.withColumn("value", value))
    return rows_of(model.userFactors, users, model.rank), rows_of(model.itemFactors, movies, model.rank)


def fit_implicit(spark, train, job, iterations, users, movies):
    """Spark's implicit ALS, which wants 1 of every liked movie and has another regularisation, and a last sweep of the page's iALS."""
    configuration = job["model"]["configuration"]
    liked = likings(train, configuration["liked"], job).where("value > 0").cache()
    unobserved = configuration["unobserved"]
    # Spark multiplies by the liked ratings of a row, the page by the weight of all its pairs: alike by least squares over all rows.
    products = squares = 0
    for row, others in (("user", movies), ("movie", users)):
        rows = liked.groupBy(row).agg(F.count("*").alias("n"), (F.sum("value") + unobserved * others).alias("weight"))
        product, square = rows.agg(F.sum(F.col("n") * F.col("weight")), F.sum(F.col("n") * F.col("n"))).first()
        products, squares = products + product, squares + square
    ridge = configuration["regularisation"] * products / squares * (1 + unobserved) / unobserved
    model = als_of(configuration, iterations).setImplicitPrefs(True).setAlpha(1 / unobserved).setRegParam(ridge).fit(liked)
    of_users = rows_of(model.userFactors, users, model.rank)
    of_movies = solve_rows(spark, liked, "movie", "user", of_users, movies, configuration)
    return solve_rows(spark, liked, "user", "movie", of_movies, users, configuration), of_movies


def rows_of(factors, rows, width):
    """A table by row number; zeros where a user or movie has no training rating, as in the page."""
    table = np.zeros((rows, width), dtype=np.float32)
    for row, values in factors.toLocalIterator(prefetchPartitions=True):
        table[row] = values
    return table


if __name__ == "__main__":
    main()
