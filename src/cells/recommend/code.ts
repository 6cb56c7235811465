/** Python that lists five movies for a user with the model that was trained above. */
export function recommendingCode(userId: number | string, minRatings: number): string {
  return `user_id = ${JSON.stringify(userId)}
row = np.searchsorted(user_ids, user_id)

scores = model.predict([np.full(n_movies, row), np.arange(n_movies)], batch_size=4096)[:, 0]
predicted = scores * scale + offset
predicted[movie_index[user_index == row]] = -np.inf  # what the user has rated is no news
predicted[np.bincount(movie_index, minlength=n_movies) < ${minRatings}] = -np.inf  # what hardly anybody rated is a guess

best = np.argsort(-predicted)[:5]
print(catalogue.loc[movie_ids[best]].assign(predicted=predicted[best]))
`;
}
