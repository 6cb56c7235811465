"""Writes the ratings of CSV files as train.py needs them: several files, with the part of each rating.

python shard.py ratings.csv --out ratings --shards 16
"""
import argparse
import csv
import os
import zlib

from job import read_job

HERE = os.path.dirname(os.path.abspath(__file__))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--job", default=os.path.join(HERE, "job.json"))
    parser.add_argument("--out", default="ratings")
    parser.add_argument("--shards", type=int, default=16, help="at least as many as there are workers")
    parser.add_argument("--user", default="userId", help="the column of the users' ids")
    parser.add_argument("--movie", default="movieId", help="the column of the movies' ids")
    parser.add_argument("--rating", default="rating", help="the column of the ratings")
    return parser.parse_args()


def drawn_part(user, movie, configuration):
    """The part by the CRC-32 of "user:movie:seed", so that it depends on neither order nor machine."""
    place = zlib.crc32(f"{user}:{movie}:{configuration['seed']}".encode()) % 10_000
    validation = round(configuration["validationShare"] * 10_000)
    test = validation + round(configuration["testShare"] * 10_000)
    return "validation" if place < validation else "test" if place < test else "train"


def main():
    args = arguments()
    configuration = read_job(args.job)["model"]["configuration"]
    os.makedirs(args.out, exist_ok=True)
    shards = [open(os.path.join(args.out, f"ratings-{at:05}.csv"), "w", newline="", encoding="utf-8") for at in range(args.shards)]
    writers = [csv.writer(shard, lineterminator="\n") for shard in shards]
    for writer in writers:
        writer.writerow(["userId", "movieId", "rating", "part"])
    at = 0
    for name in args.files:
        with open(name, newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                user, movie = row[args.user], row[args.movie]
                part = row.get("part") or drawn_part(user, movie, configuration)
                writers[at % args.shards].writerow([user, movie, row[args.rating], part])
                at += 1
    for shard in shards:
        shard.close()


if __name__ == "__main__":
    main()
