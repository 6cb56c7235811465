"""Ratings of MovieLens 1M's shape in which users choose by popularity and taste, unlike those of `--data synthetic`:

    python bench/made-up-choices.py choices.csv && node bench/tune.mjs --data choices.csv 'validationShare=0.2'

Needs NumPy. docs/defaults.md has the tables.
"""

import sys

import numpy as np

USERS, MOVIES, RATINGS, FACTORS = 6040, 3706, 1_000_209, 20
random = np.random.default_rng(5)

deviations = np.sqrt(np.linspace(1.6, 0.4, FACTORS))
tastes = random.normal(size=(USERS, FACTORS)) * deviations
movies = random.normal(size=(MOVIES, FACTORS)) * deviations
quality = random.normal(size=MOVIES)
popularity = 1.55 * (0.9 * random.normal(size=MOVIES) + 0.45 * quality)
choosing = tastes @ movies.T / np.sqrt(FACTORS)
# What one likes is nearly what one chooses.
liking = (tastes + 0.35 * random.normal(size=tastes.shape)) @ movies.T / np.sqrt(FACTORS)

counts = np.clip(np.round(np.exp(random.normal(np.log(94), 1.02, size=USERS))), 20, 2300).astype(int)
counts = np.clip((counts * RATINGS / counts.sum()).round().astype(int), 18, 2300)
# The highest of these sums are a draw without replacement, by the exponentials of utility.
utility = popularity + choosing + random.gumbel(size=(USERS, MOVIES))
generosity = 0.4 * random.normal(size=USERS)

with open(sys.argv[1], "w") as file:
    file.write("userId,movieId,rating,timestamp\n")
    time = 978_300_000
    for user, count in enumerate(counts):
        chosen = np.argpartition(-utility[user], count)[:count]
        stars = 3.35 + generosity[user] + 0.42 * quality[chosen] + 0.35 * liking[user, chosen] + 0.82 * random.normal(size=count)
        for movie, rating in zip(chosen, np.clip(np.round(stars), 1, 5).astype(int)):
            file.write(f"{user + 1},{movie + 1},{rating},{time}\n")
            time += 1
