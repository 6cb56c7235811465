import{Lr as e,Nr as t,qt as n}from"./shared-DNaduTiW.js";var r=`scores = model.predict([np.full(n_movies, row), np.arange(n_movies)], batch_size=4096)[:, 0]
predicted = scores * scale + offset`,i=`predicted = predict(np.full(n_movies, row), np.arange(n_movies))`,a={popular:`np.bincount(movie_index[train], minlength=n_movies).astype(float)`,ease:`score(row).astype(float)`},o=`predicted = np.array(list_head(np.array([row])))[0]`,s=`np.array(list_head(np.array([row])))[0]  # what they would choose, not how many stars they would give`,c=`np.clip(predicted[best], stars.min(), stars.max())`;function l(e,t){return t>0&&t<1?s:a[e]??`predicted.copy()`}function u(n,{minRatings:a,model:s,loss:u,listWeight:d}){let f=e({loss:u,listWeight:d})?`predicted[best]`:c;return`user_id = ${JSON.stringify(n)}
row = np.searchsorted(user_ids, user_id)

${t(s)?i:d===1?o:r}
ranking = ${l(s,d)}
ranking[movie_index[user_index == row]] = -np.inf  # leaves out movies that the user has rated
ranking[np.bincount(movie_index, minlength=n_movies) < ${a}] = -np.inf  # leaves out movies with few ratings

best = np.argsort(-ranking)[:5]
print(catalogue.loc[movie_ids[best]].assign(predicted=${f}))
`}var d=e=>u(e.recommend.result?.userId??e.data.summary?.shownFirst?.userId??e.data.summary?.firstUserId??1,n(e));export{d as selectCode};
//# sourceMappingURL=select-code-BqzRdzzW.js.map