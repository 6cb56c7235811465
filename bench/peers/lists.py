"""What ranks movies, by its peers: iALS and BPR of `implicit`, EASE^R in NumPy. Prints one line of JSON.

    python lists.py --ratings ratings.bin --who ials|bpr|ease [--factors 64] [--rounds 12] [--ridge 500]

The file holds the columns one after the other: user indices, movie indices (int32), stars (float32). Liked is what has 4 stars or more.
"""

import argparse
import json
import time

import numpy as np
import scipy.sparse as sp


def read_liked(path):
    columns = np.fromfile(path, np.int32).reshape(3, -1)
    users, movies, stars = columns[0], columns[1], columns[2].view(np.float32)
    liked = stars >= 4
    ones = np.ones(liked.sum(), np.float32)
    return sp.csr_matrix((ones, (users[liked], movies[liked])), (users.max() + 1, movies.max() + 1))


def ials(liked, factors, rounds, **_):
    from implicit.als import AlternatingLeastSquares

    AlternatingLeastSquares(factors, regularization=50, alpha=5, iterations=rounds, random_state=1).fit(liked, show_progress=False)


def bpr(liked, factors, rounds, **_):
    from implicit.bpr import BayesianPersonalizedRanking

    BayesianPersonalizedRanking(factors, iterations=rounds, random_state=1).fit(liked, show_progress=False)


def ease(liked, ridge, **_):
    gram = (liked.T @ liked).toarray()
    gram[np.diag_indices_from(gram)] += ridge
    inverse = np.linalg.inv(gram)
    weights = inverse / -np.diag(inverse)
    weights[np.diag_indices_from(weights)] = 0


parser = argparse.ArgumentParser()
parser.add_argument("--ratings", required=True)
parser.add_argument("--who", required=True, choices=["ials", "bpr", "ease"])
parser.add_argument("--factors", type=int, default=64)
parser.add_argument("--rounds", type=int, default=12)
parser.add_argument("--ridge", type=float, default=500)
options = parser.parse_args()
liked = read_liked(options.ratings)
start = time.perf_counter()
{"ials": ials, "bpr": bpr, "ease": ease}[options.who](liked, **vars(options))
print(json.dumps({"seconds": time.perf_counter() - start, "liked": liked.nnz}))
