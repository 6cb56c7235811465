"""Dot products with biases, fitted to stars by Matinee's peers. Prints one line of JSON.

    python fits.py --train train.bin --held held.bin --who cornac|surprise|myfm|myfm-flipped [--factors 50] [--rounds 20]

Each file holds columns one after the other: user indices and movie indices (int32), stars (float32). `curve` holds seconds of fitting and the
RMSE of the held-out ratings after so many rounds (epochs; of myFM, sweeps of the Gibbs sampler).
"""

import argparse
import json
import time

import numpy as np


def read(path):
    words = np.fromfile(path, np.int32).reshape(3, -1)
    return words[0], words[1], words[2].view(np.float32)


def rmse(predicted, stars):
    return float(np.sqrt(np.mean((np.clip(predicted, 1, 5) - stars) ** 2)))


def fit_and_score(fit, predict, rounds, held):
    """Both libraries fit in one go, so each point of the curve is a fit of its own."""
    curve = []
    for count in sorted({1, 2, 3, 5, 8, 12, rounds}):
        start = time.perf_counter()
        model = fit(count)
        seconds = time.perf_counter() - start
        curve.append([seconds, rmse(predict(model, *held[:2]), held[2]), count])
    return curve


def cornac(train, held, factors, rounds):
    from cornac.data import Dataset
    from cornac.models import MF

    data = Dataset.from_uir(list(zip(*(column.tolist() for column in train))), seed=1)
    # Cornac numbers users and movies by their first rating; what was never rated predicts from the biases that are there.
    maps = [mapped(table, np.max(np.concatenate([a, b])) + 1) for table, a, b in zip((data.uid_map, data.iid_map), train, held)]

    def fit(count):
        return MF(k=factors, max_iter=count, learning_rate=0.01, lambda_reg=0.02, use_bias=True, early_stop=False, num_threads=1, seed=1).fit(data)

    def predict(model, users, movies):
        u, i = maps[0][users], maps[1][movies]
        known_u, known_i = u >= 0, i >= 0
        factors_part = np.einsum("nk,nk->n", model.u_factors[u], model.i_factors[i]) * (known_u & known_i)
        return model.global_mean + model.u_biases[u] * known_u + model.i_biases[i] * known_i + factors_part

    return fit_and_score(fit, predict, rounds, held)


def mapped(table, size):
    places = np.full(size, -1)
    places[np.fromiter(table.keys(), int)] = np.fromiter(table.values(), int)
    return places


def surprise(train, held, factors, rounds):
    import pandas as pd
    from surprise import SVD, Dataset, Reader

    frame = pd.DataFrame(dict(zip(("user", "movie", "stars"), train)))
    data = Dataset.load_from_df(frame, Reader(rating_scale=(1, 5))).build_full_trainset()

    def fit(count):
        return SVD(n_factors=factors, n_epochs=count, random_state=1).fit(data)

    def predict(model, users, movies):
        return np.array([model.predict(u, i, clip=False).est for u, i in zip(users.tolist(), movies.tolist())])

    return fit_and_score(fit, predict, rounds, held)


def myfm(train, held, factors, rounds, flipped=False):
    """`flipped`: beside the movie stand all who rated it, as in SVD++ with users and movies in each other's place."""
    import scipy.sparse as sp
    from myfm import MyFMRegressor, RelationBlock
    from myfm.utils.callbacks import RegressionCallback

    users, movies = (int(max(train[column].max(), held[column].max())) + 1 for column in (0, 1))
    one_hot = lambda rows, width: sp.csr_matrix((np.ones(len(rows)), (np.arange(len(rows)), rows)), (len(rows), width))
    who = sp.csr_matrix((np.ones(len(train[0])), (train[1], train[0])), (movies, users))
    share = sp.diags(1 / np.sqrt(np.maximum(1, np.asarray(who.sum(1))[:, 0]))) @ who
    movie = sp.csr_matrix(sp.hstack([sp.identity(movies), share])) if flipped else sp.csr_matrix(sp.identity(movies))
    user = sp.csr_matrix(sp.identity(users))
    blocks = lambda part: [RelationBlock(part[0].astype(np.int64), user), RelationBlock(part[1].astype(np.int64), movie)]
    sizes = [users, movies, users] if flipped else [users, movies]
    curve = []

    class Clock(RegressionCallback):
        def __call__(self, sweep, *rest):
            found = super().__call__(sweep, *rest)
            curve.append([time.perf_counter() - start, float(self.result_trace[-1]["rmse"]), sweep + 1])
            return found

    none = lambda part: sp.csr_matrix((len(part[0]), 0))
    callback = Clock(rounds, none(held), held[2], X_rel_test=blocks(held), clip_min=1, clip_max=5, trace_path=None)
    model = MyFMRegressor(rank=factors, random_seed=1)
    start = time.perf_counter()
    model.fit(
        none(train), train[2], X_rel=blocks(train), n_iter=rounds, n_kept_samples=rounds, callback=callback,
        group_shapes=sizes, X_test=None,
    )
    return curve


WHO = {"cornac": cornac, "surprise": surprise, "myfm": myfm, "myfm-flipped": lambda *words: myfm(*words, flipped=True)}

parser = argparse.ArgumentParser()
parser.add_argument("--train", required=True)
parser.add_argument("--held", required=True)
parser.add_argument("--who", required=True, choices=WHO)
parser.add_argument("--factors", type=int, default=50)
parser.add_argument("--rounds", type=int, default=20)
options = parser.parse_args()
print(json.dumps({"curve": WHO[options.who](read(options.train), read(options.held), options.factors, options.rounds)}))
