"""The same models trained by PyTorch on the CPU, with all its threads. Prints one line of JSON.

    python pytorch_mf.py --ratings ratings.bin --model dot --batch 2048 --steps 100 [--fused]

The file holds the columns one after the other: user indices and movie indices (int32), stars (float32).
"""

import argparse
import json
import time

import numpy as np
import torch
from torch import nn

DIM = 50
LEARNING_RATE = 5e-3


class DotProduct(nn.Module):
    """mean + user bias + movie bias + p · q"""

    def __init__(self, users, movies, mean):
        super().__init__()
        self.mean = mean
        self.user_factors, self.movie_factors = embedding(users, DIM), embedding(movies, DIM)
        self.user_bias, self.movie_bias = embedding(users, 1), embedding(movies, 1)
        for bias in (self.user_bias, self.movie_bias):
            nn.init.zeros_(bias.weight)

    def forward(self, users, movies):
        match = (self.user_factors(users) * self.movie_factors(movies)).sum(1)
        return self.mean + self.user_bias(users)[:, 0] + self.movie_bias(movies)[:, 0] + match


class Perceptron(nn.Module):
    """The embeddings side by side → 64 → 32 → 1, ReLU, a fifth dropped out after each hidden layer"""

    def __init__(self, users, movies, _mean):
        super().__init__()
        self.user_factors, self.movie_factors = embedding(users, DIM), embedding(movies, DIM)
        hidden = [nn.Linear(2 * DIM, 64), nn.ReLU(), nn.Dropout(0.2), nn.Linear(64, 32), nn.ReLU(), nn.Dropout(0.2)]
        self.layers = nn.Sequential(*hidden, nn.Linear(32, 1))

    def forward(self, users, movies):
        return self.layers(torch.cat([self.user_factors(users), self.movie_factors(movies)], 1))[:, 0]


def embedding(rows, width):
    table = nn.Embedding(rows, width)
    nn.init.normal_(table.weight, 0, 0.05)
    return table


def read_ratings(path):
    """Users, movies and stars as tensors."""
    words = np.fromfile(path, dtype=np.int32).reshape(3, -1)
    users, movies = (torch.from_numpy(words[column].astype(np.int64)) for column in (0, 1))
    return users, movies, torch.from_numpy(words[2].view(np.float32).copy())


def train(model, optimizer, columns, order, batch, steps):
    """Trains the first batches of an order; returns milliseconds per step."""
    users, movies, stars = columns
    start = time.perf_counter()
    for step in range(steps):
        rows = order[step * batch : (step + 1) * batch]
        loss = ((model(users[rows], movies[rows]) - stars[rows]) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return (time.perf_counter() - start) / steps * 1e3


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ratings", required=True)
    parser.add_argument("--model", choices=["dot", "mlp"], required=True)
    parser.add_argument("--batch", type=int, required=True)
    parser.add_argument("--steps", type=int, required=True, help="of each pass; at most an epoch")
    parser.add_argument("--seconds", type=float, default=8, help="to go on for; the fastest pass counts")
    parser.add_argument("--fused", action="store_true", help="Adam as one kernel, which is not PyTorch's default")
    options = parser.parse_args()
    torch.manual_seed(1)
    columns = read_ratings(options.ratings)
    users, movies = (int(column.max()) + 1 for column in columns[:2])
    model = {"dot": DotProduct, "mlp": Perceptron}[options.model](users, movies, columns[2].mean())
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE, eps=1e-7, fused=options.fused or None)
    train(model, optimizer, columns, torch.randperm(len(columns[0])), options.batch, min(20, options.steps))
    passes = []
    end = time.perf_counter() + options.seconds
    while len(passes) < 3 or time.perf_counter() < end:
        passes.append(train(model, optimizer, columns, torch.randperm(len(columns[0])), options.batch, options.steps))
    result = {"version": torch.__version__, "threads": torch.get_num_threads(), "millisecondsPerStep": min(passes)}
    print(json.dumps(result))


main()
