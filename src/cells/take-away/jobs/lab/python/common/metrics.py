"""The page's metrics, from their definitions."""
import numpy as np


def rmse(predicted, stars, scale):
    """In stars, predictions beyond an end of the scale put at that end."""
    held = np.clip(predicted, scale["min"], scale["max"])
    return float(np.sqrt(np.mean((held - stars) ** 2)))


def list_accuracy(scores, seen, relevant, hidden, k):
    """
    NDCG, precision and recall of the k movies with the highest scores, relevance being binary.

    seen: movies that are not recommended since the user rated them in training; hidden: movies that nobody is recommended;
    relevant: held-out movies that the user liked, at least one. Recall is 1 where no list could do better.
    """
    ranking = np.where(hidden, -np.inf, scores)
    ranking[seen] = -np.inf
    top = np.argsort(-ranking, kind="stable")[:k]
    top = top[np.isfinite(ranking[top])]
    hits = np.isin(top, relevant)
    discounts = 1 / np.log2(np.arange(2, k + 2))
    best = min(k, len(relevant))
    return float(hits @ discounts[: len(hits)] / discounts[:best].sum()), float(hits.sum() / k), float(hits.sum() / best)
