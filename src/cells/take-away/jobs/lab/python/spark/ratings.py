"""Ratings as the job needs them: the part of each rating, row numbers for ids, and what counts as liked."""
from pyspark.sql import functions as F
from pyspark.sql import types as T


def read_ratings(spark, args, job):
    """Columns userId, movieId, rating and part: train, validation or test."""
    reader = spark.read.option("header", True) if args.format == "csv" else spark.read
    table = reader.format(args.format).load(args.ratings)
    kinds = {"number": "long", "text": "string"}
    columns = [
        F.col(args.user).cast(kinds[job["ids"]["user"]]).alias("userId"),
        F.col(args.movie).cast(kinds[job["ids"]["movie"]]).alias("movieId"),
        F.col(args.rating).cast("double").alias("rating"),
    ]
    known = "part" in table.columns
    ratings = table.select(*columns, *(["part"] if known else [])).dropna()
    return ratings if known else ratings.withColumn("part", drawn_part(job["model"]["configuration"]))


def drawn_part(configuration):
    """The part by the CRC-32 of "user:movie:seed", so that it depends on neither order nor machine."""
    key = F.concat_ws(":", F.col("userId").cast("string"), F.col("movieId").cast("string"), F.lit(str(configuration["seed"])))
    place = F.crc32(key.cast("binary")) % 10_000
    validation = round(configuration["validationShare"] * 10_000)
    test = validation + round(configuration["testShare"] * 10_000)
    return F.when(place < validation, "validation").when(place < test, "test").otherwise("train")


def indexed(spark, ratings):
    """The ratings with row numbers `user` and `movie` instead of ids, and the ids in the order of their numbers."""
    numbered, ids = ratings, []
    for id_column, row_column in (("userId", "user"), ("movieId", "movie")):
        found = [row[0] for row in ratings.select(id_column).distinct().orderBy(id_column).collect()]
        kind = ratings.schema[id_column].dataType
        schema = T.StructType([T.StructField(id_column, kind), T.StructField(row_column, T.IntegerType())])
        rows = spark.createDataFrame([(value, row) for row, value in enumerate(found)], schema)
        numbered = numbered.join(rows, id_column)
        ids.append(found)
    return numbered.select("user", "movie", "rating", "part"), ids[0], ids[1]


def likings(train, rule, job):
    """The column `value`: what a rating counts as a liking, 0 where it is none."""
    scale, rating = job["scale"], F.col("rating")
    if rule == "all" or scale["min"] == scale["max"]:
        return train.withColumn("value", F.lit(1.0))
    if rule == "high":
        return train.withColumn("value", (rating >= job["likedFrom"] - 1e-6).cast("double"))
    if rule == "stars":
        height = (rating - scale["min"]) / (scale["max"] - scale["min"])
        return train.withColumn("value", F.greatest(F.lit(0.0), 1.5 * (height - 1 / 3)))
    means = train.groupBy("user").agg(F.mean("rating").alias("mean"))
    return train.join(means, "user").withColumn("value", (rating >= F.col("mean") - 1e-6).cast("double"))
