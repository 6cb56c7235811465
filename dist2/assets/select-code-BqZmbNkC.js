function e(e,t,r){return`per_user = ratings.groupby("userId").userId.transform("size")
per_movie = ratings.groupby("movieId").movieId.transform("size")
seen = pd.Series(True, ratings.index)
${Object.keys(e).map(t=>{let i=r.find(e=>e.name===t)?.bars??[];return`seen &= ${n(t,(e[t]??[]).flatMap(e=>i[e]??[]))}`}).map(e=>`${e}\n`).join(``)}some = ratings[seen]

print(some.rating.value_counts().sort_index())
print(np.histogram(per_user.groupby(ratings.userId).first()[some.userId.unique()], bins=2 ** np.arange(16)))
print(np.histogram(per_movie.groupby(ratings.movieId).first()[some.movieId.unique()], bins=2 ** np.arange(24)))

# Every movie gets m extra average ratings before means are compared.
m, mu = ${t}, some.rating.mean()
movies = some.groupby("movieId").rating.agg(["size", "mean"])
movies["pulled"] = (movies["size"] * movies["mean"] + m * mu) / (movies["size"] + m)
print(movies[movies["size"] >= m].nlargest(10, "pulled"))
`}var t={stars:`ratings.rating`,userActivity:`per_user`,movieActivity:`per_movie`,time:`ratings.timestamp`};function n(e,n){let i=t[e],a=JSON.stringify(n.map(({label:e})=>e));return e===`genre`?`ratings.movieId.map(catalogue.genres.str.split("|")).map(lambda genres: bool({*genres} & {*${a}}))`:i===void 0?`ratings.userId.map(users.${e}).isin(${a})`:`(${r(n).map(([e,t])=>`${i}.between(${e}, ${t})`).join(` | `)})`}function r(e){let t=[];for(let{from:n,to:r}of e){let e=t.at(-1);e&&n-e[1]===1?e[1]=r:t.push([n,r])}return t}var i=({explore:{filters:t,minRatings:n,view:r}})=>e(t,n,r?.dimensions??[]);export{i as selectCode};
//# sourceMappingURL=select-code-BqZmbNkC.js.map