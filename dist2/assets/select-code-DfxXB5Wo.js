import{lr as e,qt as t}from"./shared-DNaduTiW.js";function n(e){return r[e.split](e)}var r={random:({seed:e,...t})=>`rng = np.random.default_rng(${e})
order = rng.permutation(len(stars))
${i(t)}
validation, test, train = np.split(order, [n_validation, n_validation + n_test])
`,"time-cut":e=>`# Stable: of ratings with equal times, the one further down is the later one.
order = np.argsort(ratings.timestamp.to_numpy(), kind="stable")
${i(e)}
train, validation, test = np.split(order, [len(order) - n_test - n_validation, len(order) - n_test])
`,"leave-last":({validationPerUser:e,testPerUser:t})=>`n_validation, n_test = ${e}, ${t}

# How many later ratings the same user gave, for every rating.
by_age = ratings.sort_values("timestamp", kind="stable")
later = by_age.groupby("userId").cumcount(ascending=False).sort_index().to_numpy()

# Users with too few ratings stay in training.
given = ratings.groupby("userId").userId.transform("size").to_numpy()
whole = given <= n_validation + n_test
test = np.flatnonzero(~whole & (later < n_test))
validation = np.flatnonzero(~whole & (later >= n_test) & (later < n_test + n_validation))
train = np.flatnonzero(whole | (later >= n_test + n_validation))
`,files:({seed:t,validationShare:n})=>`part = ratings.part.to_numpy()
train, validation, test = (np.flatnonzero(part == name) for name in ("train", "validation", "test"))
if len(validation) == 0:
    order = np.random.default_rng(${t}).permutation(train)
    n_validation = int(len(order) * ${e(n)} + 0.5)
    validation, train = np.split(order, [n_validation])
`,none:()=>`train = np.arange(len(stars))  # everything, for the final model: nothing is left to measure it
`},i=({validationShare:e,testShare:t})=>`n_validation, n_test = ${a(e)}, ${t===0?0:a(t)}`,a=t=>`int(len(stars) * ${e(t)} + 0.5)`,o=e=>n(t(e));export{o as selectCode};
//# sourceMappingURL=select-code-DfxXB5Wo.js.map