import{Fr as e,Nr as t,en as n,lr as r,or as i,qt as a}from"./shared-DNaduTiW.js";import{t as o}from"./liking-code-DuYnbrJ2.js";import{n as s}from"./list-task-Cv7CUCqj.js";var c=({split:e,testShare:t,testPerUser:n})=>(e===`leave-last`?n:t)>0;function l(e,t,n=``){return e.split===`none`?``:c(e)?t+n:t}function u(e){let{liked:t,unobserved:n,regularisation:i,frequency:a,userFactors:s,epochs:c,seed:u}=e;return`rng = np.random.default_rng(${u})
height = (stars[train] - stars.min()) / (stars.max() - stars.min() or 1)
liking = ${o[t](`user_index[train]`,`stars[train]`)}
liked = np.flatnonzero(liking > 0)
user, movie, liking = user_index[train][liked], movie_index[train][liked], liking[liked]
unobserved, regularisation, frequency = ${[n,i,a].map(r).join(`, `)}


def ridges(rows, n, others):
    """The L2 of each row: more for rows with more pairs."""
    weight = np.bincount(rows, liking, n) + unobserved * others
    return regularisation * weight**frequency * weight.sum() / (weight**frequency).sum()


def solve(rows, n, columns, factors, ridge):
    """The best factors of all rows, with those of the columns fixed."""
    k = factors.shape[1]
    everywhere = unobserved * factors.T @ factors
    solved = np.zeros((n, k))
    ends = np.cumsum(np.bincount(rows, minlength=n))[:-1]
    for row, own in enumerate(np.split(np.argsort(rows, kind="stable"), ends)):
        if len(own) > 0:
            q, w = factors[columns[own]], liking[own]
            solved[row] = np.linalg.solve(everywhere + (q.T * w) @ q + ridge[row] * np.eye(k), w @ q)
    return solved


user_ridges, movie_ridges = ridges(user, n_users, n_movies), ridges(movie, n_movies, n_users)
q = rng.normal(0, 0.1 / np.sqrt(${s}), (n_movies, ${s}))
for sweep in range(${c}):
    p = solve(user, n_users, movie, q, user_ridges)
    q = solve(movie, n_movies, user, p, movie_ridges)
    loss = liking @ (1 - (p[user] * q[movie]).sum(axis=1)) ** 2 + unobserved * ((p.T @ p) * (q.T @ q)).sum()
    loss += user_ridges @ (p**2).sum(axis=1) + movie_ridges @ (q**2).sum(axis=1)
    print(f"Sweep {sweep + 1}: loss {loss / len(user):.4f} per liked rating")
model.get_layer("user_factors").set_weights([p])
model.get_layer("movie_factors").set_weights([q])
${l(e,d)}offset, scale = 0.0, 1.0  # predictions only rank movies; they are not stars
`}var d=`
# How often a movie that was liked scores above one that was not rated.
mean = np.bincount(user_index[train], stars[train], n_users) / np.maximum(1, np.bincount(user_index[train], minlength=n_users))
held = stars[validation] >= mean[user_index[validation]]
users, right = user_index[validation][held], movie_index[validation][held]
everything = np.unique(user_index.astype(np.int64) * n_movies + movie_index)
wrong = rng.integers(n_movies, size=len(users))
while len(bad := np.flatnonzero(np.isin(users.astype(np.int64) * n_movies + wrong, everything))):
    wrong[bad] = rng.integers(n_movies, size=len(bad))
print("Validation pair accuracy:", np.mean((p[users] * q[right]).sum(axis=1) > (p[users] * q[wrong]).sum(axis=1)))
`;function f({schedule:e,learningRate:t,decay:n,warmup:i,batchSize:a,epochs:o}){let s=r(t),c=e===`one-cycle`,l=c&&i===0?.25:i,u=c?`between(${s} / 25, ${s}, step / rising)`:`${s} * (step + 1) / rising`,d={constant:s,exponential:`${s} * ${r(n)} ** (step // steps_per_epoch)`,cosine:`between(${s}, 0, (step - rising) / (steps - rising))`,"one-cycle":`between(${s}, ${s} * 1e-5, (step - rising) / (steps - rising))`}[e],f=c||e===`cosine`;return`steps_per_epoch = int(np.ceil(len(train) / ${a}))
${f||l>0?`steps = ${o} * steps_per_epoch\nrising = round(${r(l)} * steps)\n`:``}${f?p:``}
def learning_rate(step):
${l>0?`    if step < rising:\n        return ${u}\n`:``}    return ${d}

class Schedule(keras.callbacks.Callback):
    step = 0

    def on_train_batch_begin(self, batch, logs=None):
        self.model.optimizer.learning_rate = learning_rate(self.step)
        self.step += 1
`}var p=`
def between(start, end, share):
    return end + (start - end) * (1 + np.cos(np.pi * share)) / 2
`;function m({split:e,patience:t,timeBudget:n}){return[`Schedule(),`,...t>0&&e!==`none`?[`keras.callbacks.EarlyStopping("val_rmse", patience=${t}, mode="min", restore_best_weights=True),`]:[],...n>0?[`# The run ends with the epoch in which ${n} seconds are used up.`]:[]].map(e=>`        ${e}`).join(`
`)}var h=`    metrics=[keras.metrics.RootMeanSquaredError(name="rmse")],
`,g=`    validation_data=Batches(validation, np.array([], dtype="int64")),
`;function _(e,t,n,i,a,o){let{split:c,batchSize:l,epochs:u,seed:d,listWeight:p,listL2:_}=e,v=p===1;return`# The target, and what each user liked: ${o?`every rating`:`the upper quarter of the scale`}.
${t}
z = (stars - offset) / scale
liked = np.zeros((n_users, n_movies), dtype="float32")
is_liked = ${o?`np.ones(len(train), dtype=bool)`:`stars[train] >= stars.min() + 0.75 * (stars.max() - stars.min())`}
liked[user_index[train][is_liked], movie_index[train][is_liked]] = 1

class ListLoss(layers.Layer):
    """Returns the stars unchanged, and adds the list loss of these users. Each has a row of liked movies; rows of zeros are padding."""

    def __init__(self):
        super().__init__()
        self.head = list_head

    def call(self, stars, users, likes):
        own = ops.sum(likes, axis=1)
        chosen = -ops.sum(likes * ops.log_softmax(self.head(users))) / ops.maximum(ops.sum(own), 1)
        rows = ops.take(self.head.users.embeddings, users, axis=0) * ops.cast(own > 0, "float32")[:, None]
        length = ops.sum(rows**2) / ops.maximum(ops.sum(ops.cast(own > 0, "float32")), 1)
        length = length + ops.mean(ops.sum(self.head.movies.embeddings**2, axis=1))
        self.add_loss(${r(p)} * (${r(s)} * chosen + ${r(_)} * length))
        return stars

class Batches(keras.utils.PyDataset):
    """A batch of ratings and the next users, an equal share of all users in each step."""

    def __init__(self, part, users):
        super().__init__()
        self.rng = np.random.default_rng(${d})
        self.part, self.users = part.copy(), users
        self.on_epoch_end()

    def __len__(self):
        return -(-len(self.part) // ${l})

    def on_epoch_end(self):
        self.rng.shuffle(self.part)
        self.rng.shuffle(self.users)

    def __getitem__(self, step):
        at = self.part[step * ${l} : (step + 1) * ${l}]
        steps = len(self)
        some = self.users[step * len(self.users) // steps : (step + 1) * len(self.users) // steps][: len(at)]
        users, likes = np.zeros(len(at), dtype="int32"), np.zeros((len(at), n_movies), dtype="float32")
        users[: len(some)], likes[: len(some)] = some, liked[some]
        return (user_index[at], movie_index[at], users, likes), z[at]

listed, likes = keras.Input((), dtype="int32"), keras.Input((n_movies,))
joint = keras.Model([*model.inputs, listed, likes], ListLoss()(model.output, listed, likes))

${f(e)}
joint.compile(
    optimizer=${n}
    loss=${v?`lambda _, stars: 0.0 * stars`:`lambda z, stars: ${r(1-p)} * ${i}(z, stars)`},
${v?``:h})
joint.fit(
    Batches(train, np.flatnonzero(liked.any(axis=1))),
${v||c===`none`?``:g}    epochs=${u},
    callbacks=[
${m(v?{...e,patience:0}:e)}
    ],
)
${v?`offset, scale = 0.0, 1.0  # predictions only rank movies; they are not stars
`:a}`}function v(e,t){let{batchSize:n,epochs:r,seed:i,loss:a,negatives:o,dislikes:s}=e,c=a===`bpr`&&o===`1`&&!s;return`from keras import ops

# Liked: not below the user's own mean. Each epoch draws new movies that the user has not rated.
rng = np.random.default_rng(${i})
user, movie = user_index[train], movie_index[train]
mean = np.bincount(user, stars[train]) / np.maximum(1, np.bincount(user))
liked = np.flatnonzero(stars[train] >= mean[user])
rated = np.unique(user.astype(np.int64) * n_movies + movie)

${w(e)}
def draw(users, rated):
    other = any_movies(len(users))
    while len(bad := np.flatnonzero(np.isin(users.astype(np.int64) * n_movies + other, rated))):
        other[bad] = any_movies(len(bad))
    return other

class Pairs(keras.utils.PyDataset):
    def __init__(self, users, liked, rated):
        super().__init__()
        self.users, self.liked, self.rated = users, liked, rated
        self.on_epoch_end()

    def __len__(self):
        return -(-len(self.users) // ${n})

    def on_epoch_end(self):
        self.order = rng.permutation(len(self.users))
        self.other = ${c?`draw(self.users, self.rated)`:`np.stack([${E(e)} for _ in range(${o})], axis=1)`}

    def __getitem__(self, batch):
        at = self.order[batch * ${n} : (batch + 1) * ${n}]
        return (self.users[at], self.liked[at], self.other[at]), np.ones(${c?`len(at)`:`(len(at), ${o})`})

${c?S:C(e)}
${f(e)}
ranker.compile(
    optimizer=${t}
    loss=${a===`softmax`?`softmax_of_group`:`bpr`},
    metrics=[keras.metrics.BinaryAccuracy(name="auc", threshold=0.0)],  # the share of pairs ranked correctly
)
${l(e,y(o,c))}history = ranker.fit(
    Pairs(user[liked], movie[liked], rated),
${l(e,b(o,c))}    epochs=${r},
    callbacks=[
${m(e)}
    ],
)
${l(e,x)}offset, scale = 0.0, 1.0  # predictions only rank movies; they are not stars
`}var y=(e,t)=>`held = stars[validation] >= mean[user_index[validation]]
held_users, held_liked = user_index[validation][held], movie_index[validation][held]
everything = np.unique(user_index.astype(np.int64) * n_movies + movie_index)
held_other = ${t?`draw(held_users, everything)`:`np.repeat(draw(held_users, everything)[:, None], ${e}, axis=1)`}
`,b=(e,t)=>`    validation_data=((held_users, held_liked, held_other), np.ones(${t?`len(held_users)`:`(len(held_users), ${e})`})),
`,x=`print("Validation pair accuracy:", history.history["val_auc"][-1])
`,S=`u, i, j = (keras.Input((), dtype="int32") for _ in range(3))
ranker = keras.Model([u, i, j], model([u, i]) - model([u, j]))

def bpr(_, margin):
    return ops.mean(ops.softplus(-margin))  # = -ln sigmoid(margin)
`;function C({loss:e,negatives:t,negativesBy:n}){let r=n===`popularity`?`popularity / popularity.sum()`:`np.full(n_movies, 1 / n_movies)`,i=`u, i, j = keras.Input((), dtype="int32"), keras.Input((), dtype="int32"), keras.Input((${t},), dtype="int32")
others = ops.concatenate([model([u, j[:, k]]) for k in range(${t})], axis=1)
`;return e===`bpr`?`${i}ranker = keras.Model([u, i, j], model([u, i]) - others)

def bpr(_, margin):
    return ops.mean(ops.softplus(-margin))  # = -ln sigmoid(margin)
`:`${i}# Each score is corrected by the expected number of its movie among those drawn.
expected = ops.convert_to_tensor(np.log(${t} * (${r})).astype("float32"))
ranker = keras.Model([u, i, j], model([u, i]) - (others - ops.take(expected, j)))

def softmax_of_group(_, margin):
    return ops.mean(ops.logsumexp(ops.pad(-margin, [[0, 0], [1, 0]]), axis=1))  # = -ln of the share of the liked one
`}function w({negativesBy:e,dislikes:t,loss:n}){let r=e===`popularity`?`popularity = np.bincount(movie, minlength=n_movies) + 1.0

def any_movies(count):
    return rng.choice(n_movies, size=count, p=popularity / popularity.sum())
`:`def any_movies(count):
    return rng.integers(n_movies, size=count)
`;return t&&n===`bpr`?r+T:r}var T=`
disliked = [movie[(user == row) & (stars[train] < mean[user])] for row in range(n_users)]

def draw_or_dislike(users, rated):
    other = draw(users, rated)
    for at in np.flatnonzero(rng.random(len(users)) < 0.5):
        if len(disliked[users[at]]):
            other[at] = rng.choice(disliked[users[at]])
    return other
`,E=({dislikes:e,loss:t})=>`${e&&t===`bpr`?`draw_or_dislike`:`draw`}(self.users, self.rated)`,D={raw:e=>`offset, scale = 0.0, ${Number.isInteger(e)?`${e}.0`:r(e)}`,"min-max":()=>`offset, scale = stars.min(), stars.max() - stars.min()`,standardised:()=>`offset, scale = stars[train].mean(), stars[train].std()`},O={adam:`Adam`,"lazy-adam":`Adam`,sgd:`SGD`,adagrad:`Adagrad`},k={squared:`"mse"`,absolute:`"mae"`,huber:`keras.losses.Huber()`},A={squared:`keras.losses.mean_squared_error`,absolute:`keras.losses.mean_absolute_error`,huber:`keras.losses.huber`},j=`    validation_data=([user_index[validation], movie_index[validation]], z[validation]),
`,M=`
def rmse(part):
    predicted = model.predict([user_index[part], movie_index[part]], batch_size=4096)[:, 0] * scale + offset
    return np.sqrt(np.mean((np.clip(predicted, stars.min(), stars.max()) - stars[part]) ** 2))

print("Validation RMSE in stars:", rmse(validation))
`,N=`print("Test RMSE in stars:", rmse(test))
`,P=`  # Keras has no lazy Adam: this updates all rows at every step`;function F({optimizer:e,learningRate:t,momentum:n,clip:i}){let a=[Number.isInteger(t)?`${t}.0`:r(t),...e===`sgd`&&n>0?[`momentum=${r(n)}`]:[],...i>0?[`clipvalue=${r(i)}`]:[]];return`keras.optimizers.${O[e]}(${a.join(`, `)})`}var I={unit:1,isAllLiked:!1};function L(t,{unit:n,isAllLiked:r}=I){let{target:i,loss:a,optimizer:o,batchSize:s,epochs:c}=t;if(a===`implicit`)return u(t);let d=`${F(t)},${o===`lazy-adam`?P:``}`;return e(a)?v(t,d):t.listWeight>0?_(t,D[i](n),d,A[a],l(t,M,N),r):`# The target. An error in stars is an error in these units times the scale; at the end predictions are clipped to the rating scale.
${D[i](n)}
z = (stars - offset) / scale

${f(t)}
model.compile(
    optimizer=${d}
    loss=${k[a]},
    metrics=[keras.metrics.RootMeanSquaredError(name="rmse")],
)
model.fit(
    [user_index[train], movie_index[train]],
    z[train],
${l(t,j)}    batch_size=${s},
    epochs=${c},
    callbacks=[
${m(t)}
    ],
)
${l(t,M,N)}`}var R=e=>`predict = fit(user_index[train], movie_index[train], stars[train])
${l(e,z,B)}`,z=`

def rmse(part):
    predicted = np.clip(predict(user_index[part], movie_index[part]), stars.min(), stars.max())
    return np.sqrt(np.mean((predicted - stars[part]) ** 2))


print("Validation RMSE in stars:", rmse(validation))
`,B=`print("Test RMSE in stars:", rmse(test))
`,V=e=>{let r=a(e);return t(r.model)?R(r):L(r,{unit:H(e),isAllLiked:n(e)!==`ratings`})};function H({data:{summary:e},split:{report:t}}){return e===null?1:i(e.scale,t?.stars??{deviation:e.deviationStars})}export{V as selectCode};
//# sourceMappingURL=select-code-B8db-BZ_.js.map