import{Gr as e}from"./shared-DNaduTiW.js";function t({users:e,movies:t,ratings:n}){return`import numpy as np
import pandas as pd

# The formula of Matinee's synthetic ratings; NumPy draws other random numbers.
rng = np.random.default_rng(1)
popularity = (rng.permutation(${t}) + ${t/10}) ** -2.0
activity = np.exp(1.25 * rng.standard_normal(${e}))
most = ${Math.floor(t*.625)}
given = np.minimum(most, 20 + (${n-20*e} * activity / activity.sum()).astype(int))
while (left := ${n} - given.sum()) > 0:
    given[rng.permutation(np.flatnonzero(given < most))[:left]] += 1
chances = popularity / popularity.sum()
ratings = pd.DataFrame({
    "userId": np.repeat(np.arange(1, ${e+1}), given),
    "movieId": 1 + np.concatenate([rng.choice(${t}, count, replace=False, p=chances) for count in given]),
})
u, i = ratings.userId.to_numpy() - 1, ratings.movieId.to_numpy() - 1
user_bias, movie_bias = 0.45 * rng.standard_normal(${e}), 0.55 * rng.standard_normal(${t})
p, q = rng.standard_normal((${e}, 4)), 0.43 / 2 * rng.standard_normal((${t}, 4))
noise = 0.85 * rng.standard_normal(len(ratings))
ratings["rating"] = np.clip(np.rint(3.62 + user_bias[u] + movie_bias[i] + (p[u] * q[i]).sum(1) + noise), 1, 5)
begun = 956_703_932 + rng.integers(60_000_000, size=${e})
gaps = pd.Series(rng.integers(64, size=len(ratings)))
ratings["timestamp"] = begun[u] + gaps.groupby(u).cumsum()
catalogue = pd.DataFrame({"title": [f"Synthetic movie {movie}" for movie in range(1, ${t+1})], "genres": ""})
catalogue.index += 1
`}var n=new Map([[`1`,`under 18`],[`18`,`18–24`],[`25`,`25–34`],[`35`,`35–44`],[`45`,`45–49`],[`50`,`50–55`],[`56`,`56 and over`]]),r=[`other or not specified`,`academic/educator`,`artist`,`clerical/admin`,`college/grad student`,`customer service`,`doctor/health care`,`executive/managerial`,`farmer`,`homemaker`,`K-12 student`,`lawyer`,`programmer`,`retired`,`sales/marketing`,`scientist`,`self-employed`,`technician/engineer`,`tradesman/craftsman`,`unemployed`,`writer`];function i({separator:e,encoding:t,skip:n,hasHeader:r}){return[...e===`,`?[]:[`sep=${e===` `?`r"\\s+"`:JSON.stringify(e)}`],...e===`::`?[`engine="python"`]:[],...t===`utf-8`?[]:[`encoding=${JSON.stringify(t)}`],...n>0?[`skiprows=${n}`]:[],...r?[]:[`header=None`]]}function a({format:e,titles:t,users:n,hasTitles:r,hasUsers:i},a){return`${r?o(e,t,a):``}${i?s(e,n,a):``}`}function o(e,t,n){return t?c(t,n):e===`dat`?l(n):e===`u.data`?u(n):`catalogue = pd.read_csv(${n(`movies.csv`)}).set_index("movieId")\n`}function s(e,t,n){if(t===void 0)return e===`u.data`?p(n):f(n);let r=Object.entries(t.at).filter(([,e])=>e>=0),a=r.map(([,e])=>e).join(`, `),o=r.map(([e])=>JSON.stringify(e===`id`?`userId`:e)).join(`, `);return`users = pd.read_csv(${[n(t.file),...i(t.format)].join(`, `)}).iloc[:, [${a}]]
users = users.set_axis([${o}], axis=1).set_index("userId")
`}function c({file:e,format:t,at:n},r){let a=[n.item,n.title,...n.genres===void 0?[]:[n.genres]],o=[`movieId`,`title`,`genres`].slice(0,a.length),s=n.genres===void 0?`.assign(genres="")`:``;return`catalogue = pd.read_csv(${[r(e),...i(t)].join(`, `)}).iloc[:, ${JSON.stringify(a).replaceAll(`,`,`, `)}]
catalogue = catalogue.set_axis(${JSON.stringify(o).replaceAll(`,`,`, `)}, axis=1)${s}.set_index("movieId")
`}var l=e=>`titles = ${e(`movies.dat`)}.read()
try:
    titles = titles.decode()  # MovieLens 10M is UTF-8
except UnicodeDecodeError:
    titles = titles.decode("latin-1")
catalogue = pd.read_csv(
    io.StringIO(titles), sep="::", engine="python", names=["movieId", "title", "genres"], index_col="movieId"
)
`,u=e=>`names = ${e(`u.genre`)}.read().decode("latin-1").split()
names = np.array([name.partition("|")[0] for name in names])
items = pd.read_csv(${e(`u.item`)}, sep="|", encoding="latin-1", header=None, index_col=0)
genres = ["|".join(names[flags == 1]) for flags in items.iloc[:, 4:].to_numpy()]
catalogue = pd.DataFrame({"title": items[1], "genres": genres})
`,d=e=>e.map(e=>JSON.stringify(e)).join(`, `),f=e=>`users = pd.read_csv(
    ${e(`users.dat`)}, sep="::", engine="python", encoding="latin-1",
    names=["userId", "gender", "age", "occupation", "zip"],
).set_index("userId")
# The meaning of the codes, from the README.
users["age"] = users.age.map({${[...n].map(([e,t])=>`${e}: ${JSON.stringify(t)}`).join(`, `)}})
occupations = np.array([
${[0,1,2,3].map(e=>`    ${d(r.slice(e*6,e*6+6))},`).join(`
`)}
])
users["occupation"] = occupations[users.occupation]
`,p=e=>`users = pd.read_csv(
    ${e(`u.user`)}, sep="|", names=["userId", "age", "gender", "occupation", "zip"], dtype={"age": str}
).set_index("userId")
`,m=e=>`ratings = pd.read_csv(${e}, names=["userId", "rating", "timestamp"], dtype=str)
is_movie = ratings.userId.str.endswith(":")
ratings["movieId"] = ratings.userId.str.rstrip(":").where(is_movie).ffill()
ratings = ratings[~is_movie].astype({"userId": int, "movieId": int, "rating": float}).reset_index(drop=True)
ratings["timestamp"] = pd.to_datetime(ratings.timestamp, utc=True).astype("int64") // 10**9
`,h=[`userId`,`movieId`,`rating`,`timestamp`];function g(e,t,n){if(`header`in t&&S(t,e))return`ratings = pd.read_csv(${n})\n`;let r=y(e,t),i=JSON.stringify(r.map(([e])=>e)).replaceAll(`,`,`, `),a=[...typeof e.firstUserId==`number`?[`"userId": float`]:[],...typeof e.firstMovieId==`number`?[`"movieId": float`]:[]],o=a.map(e=>e.replace(`float`,`int`)),s=`format`in t?t.format:null,c=r.some(([e])=>e===`rating`);return`ratings = ${b(t,n)}
ratings = ratings${x(t,r)}.set_axis(${i}, axis=1)
${c?v(e,s?.decimal??`.`):_}${a.length>0?`ratings = ratings.astype({${a.join(`, `)}}).astype({${o.join(`, `)}})\n`:``}${e.firstTimestamp===null?``:w(s?.time??`plain`)}`}var _=`ratings["rating"] = 1.0  # each row is an event
`;function v({notes:e},t){let n=t===`,`?`.str.replace(".", "").str.replace(",", ".")`:`.str.replace(",", "")`;return e.some(({kind:e})=>e===`incomplete-rows`||e===`faulty-rows`)?`ratings["rating"] = pd.to_numeric(ratings.rating${n}, errors="coerce")
ratings = ratings[ratings.rating.notna() & (ratings.userId != "") & (ratings.movieId != "")]
`:`ratings["rating"] = ratings.rating${n}.astype(float)\n`}function y({firstTimestamp:e},t){let{user:n,item:r,rating:i,timestamp:a,title:o,genres:s}=`at`in t?t.at:t;return[[`userId`,n],[`movieId`,r],...i===void 0?[]:[[`rating`,i]],...a===void 0||e===null?[]:[[`timestamp`,a]],...o===void 0?[]:[[`title`,o]],...s===void 0?[]:[[`genres`,s]]]}function b(e,t){return`format`in e?`pd.read_csv(${[t,...i(e.format)].join(`, `)}, dtype=str, keep_default_na=False)`:`pd.read_json(${t}, lines=True, dtype=False, convert_dates=False).astype(str)`}function x(e,t){let n=JSON.stringify(t.map(([,e])=>e)).replaceAll(`,`,`, `);return`format`in e?`.iloc[:, ${n}]`:`[${n}]`}var S=({format:e,header:t,at:n},{notes:r})=>i(e).length===0&&t!==null&&t.join()===h.join()&&e.time===`plain`&&!r.some(({kind:e})=>e===`incomplete-rows`||e===`faulty-rows`)&&[n.user,n.item,n.rating,n.timestamp,n.title,n.genres].join()===`0,1,2,3,,`,C={yyyymmdd:`format="%Y%m%d"`,yyyymmddhhmmss:`format="%Y%m%d%H%M%S"`,year:`format="%Y"`,"month-first":`format="mixed"`,"day-first":`format="mixed", dayfirst=True`,"year-first":`format="mixed"`,words:`format="mixed"`};function w(e){let t=C[e];return t?`ratings["timestamp"] = pd.to_datetime(ratings.timestamp, ${t}, utc=True).astype("int64") // 10**9\n`:e===`excel`?`ratings["timestamp"] = ((ratings.timestamp.astype(float) - 25569) * 86400).round().astype("int64")
`:T}var T=`number = pd.to_numeric(ratings.timestamp, errors="coerce")  # seconds or finer; a date is neither
date = pd.to_datetime(ratings.timestamp.where(number.isna()), format="ISO8601", utc=True)
for finer in (1e9, 1e6, 1e3):
    number = number.where(number < 2**32 * finer / 1e3, number // finer)
ratings["timestamp"] = number.fillna((date - pd.Timestamp(0, tz="UTC")) // pd.Timedelta("1s")).astype("int64")
`,E=e=>e.replace(/^(?=.)/gm,`    `),D={imports:`zipfile`,open:e=>`archive.open(find(${JSON.stringify(e)}))`,around:e=>`with zipfile.ZipFile(path) as archive:
    find = lambda name: next(entry for entry in archive.namelist() if entry.rpartition("/")[2] == name)
${E(e)}`},O={imports:`tarfile`,open:e=>`archive.extractfile(find(${JSON.stringify(e)}))`,around:e=>`with tarfile.open(path) as archive:
    find = lambda name: next(entry for entry in archive if entry.name.rpartition("/")[2] == name)
${E(e)}`};function k(e,t){if(/\.parquet$/i.test(e))return`io.StringIO(pd.read_parquet(${t}).to_csv(index=False))`;let n=/\.xlsx:(.*)$/i.exec(e)?.[1];return n===void 0?t:`io.StringIO(pd.read_excel(${t}, sheet_name=${JSON.stringify(n)}, header=None).to_csv(index=False, header=False))`}var A=e=>e.replace(/(\.xlsx):.*$/i,`$1`),j={imports:null,open:e=>`open(${JSON.stringify(e)}, "rb")`,around:e=>e},M={imports:null,open:()=>`path`,around:e=>e};function N(e){let{open:t,...n}=P(e);return{...n,open:e=>k(e,t(A(e)))}}function P({container:e}){switch(e){case`zip`:return D;case`tar`:return O;case`files`:return j;default:return M}}function F({wide:e,format:t},n){let[r,a]=e.rows===`users`?[`userId`,`movieId`]:[`movieId`,`userId`],o=e.blank===null?``:`.replace(${e.blank}, np.nan)`,s=e.label===null?`np.arange(1, len(table) + 1)`:`table.iloc[:, ${e.label}]`;return`table = pd.read_csv(${[n,...i(t),...t.decimal===`,`?[`decimal=","`]:[]].join(`, `)})
cells = table.iloc[:, ${e.first}:].apply(pd.to_numeric, errors="coerce")${o}
ratings = cells.set_axis(${s}, axis=0).stack().rename_axis(["${r}", "${a}"]).reset_index(name="rating")
`}var I=`names=["userId", "movieId", "rating", "timestamp"]`;function L(e){let{layout:t,file:n,sha256:r}=e,i=t&&N(t),a=r===null?``:`assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == ${JSON.stringify(r)}\n`,o=[...a?[`hashlib`]:[],...t&&R(t)?[`io`]:[],...i?.imports?[i.imports]:[]].map(e=>`import ${e}\n`);return`${o.join(``)}${a?`from pathlib import Path
`:``}${o.length>0?`
`:``}import numpy as np
import pandas as pd

path = ${JSON.stringify(n)}
${a}${t&&i?`\n${i.around(z(e,t))}`:``}`}var R=({format:e,hasTitles:t,file:n,titles:r})=>e===`dat`&&t||[n,r?.file??``].some(e=>/\.(parquet$|xlsx:)/i.test(e));function z(e,t){let{open:n}=N(t),r=e=>t.parts?`ratings["part"] = ${JSON.stringify(t.parts[e])}\n`:``;return[`${B(e,t,n(t.file))}${r(0)}`,...(t.more??[]).map((i,a)=>`more = ratings\n${B(e,t,n(i))}${r(a+1)}ratings = pd.concat([more, ratings])\n`),a(t,n)].join(``)}function B(e,t,n){let{format:r,columns:i}=t;return r===`dat`?`ratings = pd.read_csv(${n}, sep="::", engine="python", ${I})\n`:r===`u.data`?`ratings = pd.read_csv(${n}, sep="\\t", ${I})\n`:r===`blocks`?m(n):i===null?``:`wide`in i?F(i,n):g(e,i,n)}function V({cleaning:e,suspects:t=[]}){let{notRated:n=`guess`,least:r=null,most:i=null}=e??{},a=n===`guess`?t.flatMap(({value:e,isLeftOut:t})=>t?[e]:[]):n,o=[a.length===0?``:`ratings = ratings[~ratings.rating.isin([${a.join(`, `)}])]  # they mean "not rated"\n`,r===null?``:`ratings = ratings[ratings.rating >= ${r}]\n`,i===null?``:`ratings = ratings[ratings.rating <= ${i}]\n`].join(``);return o===``?``:`${o}ratings = ratings.reset_index(drop=True)\n`}function H({cleaning:e,feedback:t,firstTimestamp:n,notes:r}){if(!r.some(({kind:e})=>e===`duplicate-ratings`))return``;let i=t===`counts`||t===`events`,{repeats:a=`auto`}=e??{},o=a===`auto`?i?`sum`:`newest`:a,s=o===`newest`?``:U(o===`largest`?`max`:o),c=`.drop_duplicates(["userId", "movieId"], keep="last")`;return n===null?`${s}ratings = ratings${c}.reset_index(drop=True)\n`:`${s}ratings = ratings.sort_values("timestamp", kind="stable")${c}.sort_index().reset_index(drop=True)\n`}var U=e=>`ratings = ratings.assign(rating=ratings.groupby(["userId", "movieId"]).rating.transform(${JSON.stringify(e)}))\n`;function W({cleaning:e,readScale:t,scale:n}){let{perUser:r=1,perItem:i=1,values:a=`raw`}=e??{},o=a===`log1p`&&(t??n).min>-1;return`${r>1||i>1?G(r,i):``}${o?`ratings = ratings.assign(rating=np.log1p(ratings.rating))
`:``}`}var G=(e,t)=>`while True:  # until all that are left have enough
    enough = ratings.groupby("userId").userId.transform("size") >= ${e}
    enough &= ratings.groupby("movieId").movieId.transform("size") >= ${t}
    if enough.all():
        break
    ratings = ratings[enough]
ratings = ratings.reset_index(drop=True)
`;function K(e){let t=t=>e.notes.some(e=>e.kind===t);return[V(e),t(`out-of-scale`)?q(e):``,H(e),W(e),t(`duplicate-movies`)?`catalogue = catalogue[~catalogue.index.duplicated()]
`:``,Y(e)].join(``)}function q({scale:e,readScale:t}){let{min:n,max:r,step:i}=t??e;return`ratings = ratings[ratings.rating.between(${n}, ${r})${i>0?` & np.isclose(np.rint(ratings.rating / ${i}) * ${i}, ratings.rating)`:``}].reset_index(drop=True)\n`}function J(e){return!e||`wide`in e?{}:`at`in e?e.at:e}function Y({kind:t,layout:n,firstMovieId:r,words:i}){if(t===`synthetic`||n?.hasTitles)return``;let{title:a,genres:o}=J(n?.columns),s=e=>`catalogue = ratings.groupby("movieId")[[${e}]].first()`;if(a!==void 0)return o===void 0?`${s(`"title"`)}.assign(genres="")\n`:`${s(`"title", "genres"`)}\n`;let c=typeof r==`number`,l=`"${e(i.item)} "`;if(o!==void 0){let e=c?`${l} + catalogue.index.astype(str)`:`catalogue.index`;return`${s(`"genres"`)}\ncatalogue.insert(0, "title", ${e})\n`}return`catalogue = pd.DataFrame({"title": ${c?`${l} + ratings.movieId.astype(str)`:`ratings.movieId`}, "genres": ""}).set_index(ratings.movieId).groupby(level=0).first()\n`}function X(e){if(e===null)return`# The code depends on the data: load it first.
`;let n=e.layout?.hasUsers?`users = users.reindex(user_ids, fill_value="unknown")
`:``;return`${e.kind===`synthetic`?t(e):L(e)}${K(e)}${Z(e)}
# Raw ids become row numbers of the embedding tables: from 0, without gaps, in ascending order.
user_ids, user_index = np.unique(ratings.userId, return_inverse=True)
movie_ids, movie_index = np.unique(ratings.movieId, return_inverse=True)
n_users, n_movies = len(user_ids), len(movie_ids)
stars = ratings.rating.to_numpy("float32")
catalogue = catalogue.reindex(movie_ids, fill_value="")
${n}`}function Z({added:e=[]}){return e.map(({userId:e,ratings:t,file:n})=>`# The page has user ${e} as well: ${t} ratings out of ${JSON.stringify(n)}, by title and year.\n`).join(``)}var Q=({data:e})=>X(e.summary);export{Q as selectCode};
//# sourceMappingURL=select-code-C1EhqfA2.js.map