import{Nr as e,lt as t,qt as n}from"./shared-DNaduTiW.js";function r({model:t,minRatings:n,split:r},{k:i,threshold:a}){if(r===`none`)return`# Everything is used for training: nothing is held out to measure lists.
`;let o=e(t)?`predict(np.full(n_movies, row), np.arange(n_movies))`:`model.predict([np.full(n_movies, row), np.arange(n_movies)], batch_size=4096, verbose=0)[:, 0]`;return`k, relevant_from, at_least = ${i}, ${a}, ${n}

counts = np.bincount(movie_index[train], minlength=n_movies)
seen, relevant = np.zeros((2, n_users, n_movies), dtype=bool)
seen[user_index[train], movie_index[train]] = True
liked = validation[stars[validation] >= relevant_from]
relevant[user_index[liked], movie_index[liked]] = True
relevant &= seen.any(axis=1, keepdims=True) & (counts > 0)  # users and movies of the training part
judged = np.flatnonzero(relevant.any(axis=1))
discounts = 1 / np.log2(np.arange(2, k + 2))


def ranking(row):
    return ${t===`popular`?`counts.astype(float)`:o}


def evaluate(ranking):
    ndcg, recall = [], []
    for row in judged:
        scores = np.where(seen[row] | (counts < max(at_least, 1)), -np.inf, ranking(row))
        top = np.argsort(-scores, kind="stable")[:k]
        hits = relevant[row, top] & np.isfinite(scores[top])
        best = min(k, relevant[row].sum())
        ndcg.append((hits * discounts[: len(hits)]).sum() / discounts[:best].sum())
        recall.append(hits.sum() / best)
    return np.mean(ndcg), np.mean(recall)


print(f"The model: NDCG@{k} %.3f, recall@{k} %.3f" % evaluate(ranking))
print(f"Most popular: NDCG@{k} %.3f, recall@{k} %.3f" % evaluate(lambda row: counts))
`}var i=e=>r(n(e),{k:e.evaluate.k,threshold:t(e)??4});export{i as selectCode};
//# sourceMappingURL=select-code-DsNvRoSL.js.map