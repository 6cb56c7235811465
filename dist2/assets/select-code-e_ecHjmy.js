import{$n as e,Nr as t,Q as n,lr as r,qt as i,tn as a}from"./shared-DNaduTiW.js";import{t as o}from"./liking-code-DuYnbrJ2.js";var s=(e,t)=>d[e](t),c=`import numpy as np


def fit(users, movies, stars):
    mean = stars.mean()
    return lambda users, movies: np.full(len(users), mean)
`,l=`import numpy as np


def fit_biases(users, movies, stars, sweeps=10):
    """Alternating least squares with shrinkage, as Surprise's BaselineOnly."""
    mean = stars.mean()
    user_bias, movie_bias = np.zeros(n_users), np.zeros(n_movies)

    def biases(owners, size, residuals, shrinkage):
        sums = np.bincount(owners, residuals, minlength=size)
        return sums / (shrinkage + np.bincount(owners, minlength=size))

    for _ in range(sweeps):
        movie_bias = biases(movies, n_movies, stars - mean - user_bias[users], 10)
        user_bias = biases(users, n_users, stars - mean - movie_bias[movies], 15)
    return lambda users, movies: mean + user_bias[users] + movie_bias[movies]
`,u=`import numpy as np


def fit(users, movies, stars):
    counts = np.bincount(movies, minlength=n_movies)  # what the movies are ranked by
    means = (np.bincount(movies, stars, minlength=n_movies) + 10 * stars.mean()) / (counts + 10)
    return lambda users, movies: means[movies]
`,d={mean:()=>c,bias:()=>`${l}

fit = fit_biases
`,popular:()=>u,neighbours:({neighbours:e,similarityShrinkage:t})=>`${l}

def fit(users, movies, stars, k=${e}, shrinkage=${t}):
    """Item neighbours as Surprise's KNNBaseline. All similarities at once: for large data use scipy.sparse."""
    expected = fit_biases(users, movies, stars)
    residuals, rated = np.zeros((n_users, n_movies)), np.zeros((n_users, n_movies))
    residuals[users, movies] = stars - expected(users, movies)
    rated[users, movies] = 1
    common = rated.T @ rated
    squares = (residuals**2).T @ rated
    with np.errstate(invalid="ignore"):
        cosine = residuals.T @ residuals / np.sqrt(squares * squares.T)
    similarity = np.nan_to_num(cosine).clip(0) * common / np.maximum(common + shrinkage, 1)
    np.fill_diagonal(similarity, 0)

    def deviation(user, movie):
        own = np.flatnonzero(rated[user])
        nearest = own[np.argsort(-similarity[movie, own])[:k]]
        weights = similarity[movie, nearest]
        return weights @ residuals[user, nearest] / weights.sum() if weights.sum() > 0 else 0.0

    return lambda users, movies: expected(users, movies) + np.array([deviation(u, i) for u, i in zip(users, movies)])
`,ease:({ridge:e,liked:t})=>`${l}

def fit(users, movies, stars, ridge=${r(e)}):
    """EASE^R (Steck 2019). \`score(user)\` ranks the movies; the stars are those of the biases."""
    global score
    height = (stars - stars.min()) / (stars.max() - stars.min())
    x = np.zeros((n_users, n_movies), np.float32)
    x[users, movies] = ${o[t](`users`,`stars`)}
    known = np.flatnonzero(x.any(axis=0))  # a movie that nobody liked has a weight of 0 for all others
    gram = x[:, known].T @ x[:, known] + ridge * np.eye(len(known), dtype=np.float32)
    inverse = np.linalg.inv(gram)
    b = np.zeros((n_movies, n_movies), np.float32)
    b[np.ix_(known, known)] = inverse / -np.diag(inverse)
    np.fill_diagonal(b, 0)
    score = lambda user: x[user] @ b
    return fit_biases(users, movies, stars)
`};function f({nodes:e}){for(let t of e){if(t.kind!==`dot`||!t.gravity)continue;let n=t.inputs.map(t=>e.find(e=>e.name===t)),[r,i]=[`user`,`movie`].map(e=>n.find(t=>t?.kind===`embedding`&&t.of===e));if(!r||!i)throw RangeError(`Gravity is of the products of two embeddings, of users and of movies`);return{weight:t.gravity,user:r,movie:i}}return null}var p={user:`user`,movie:`movie`,period:`period`,userPeriod:`user_period`},m={user:`n_users`,movie:`n_movies`,period:`n_periods`,userPeriod:`n_user_periods`};function h(e,t,r=0){if(e===null)return`# The sizes of the tables depend on the data: load it first.
`;let i=e.nodes.map(e=>`${e.name} = ${S(e,_(r))}`),a=e.nodes.some(e=>e.kind===`embedding`&&e.l2>0),o=e.nodes.some(({kind:e})=>e===`bag`),s=n(e),c=f(e);return`import keras
${o?`import numpy as np
`:``}from keras import layers, ops

keras.utils.set_random_seed(${t})
${a?x:``}${o?y:``}
${s.map(e=>`${p[e]} = keras.Input(shape=(), dtype="int32", name="${p[e]}")`).join(`
`)}
${i.join(`
`)}

model = keras.Model([${s.map(e=>p[e]).join(`, `)}], ${e.nodes.at(-1)?.name})
${c?g(c):``}model.summary()
${e.list?v(e.list):``}`}var g=({weight:e,user:t,movie:n})=>`

class Gravity(layers.Layer):
    """Returns predictions unchanged. Adds strength x the mean of (p . q)^2 over all pairs, from two Gramians."""

    def __init__(self, users, movies, strength):
        super().__init__()
        self.users, self.movies, self.strength = users, movies, strength

    def call(self, predictions):
        p, q = self.users.embeddings, self.movies.embeddings
        squares = ops.sum(ops.matmul(ops.transpose(p), p) * ops.matmul(ops.transpose(q), q))
        self.add_loss(self.strength * squares / (n_users * n_movies))
        return predictions

# This uses all rows in each step; the page uses an equal share of them.
gravity = Gravity(model.get_layer("${t.name}"), model.get_layer("${n.name}"), ${r(e)})
model = keras.Model(model.inputs, gravity(model.output))
`,_=e=>e===0?``:`${r(1-e)} * `;function v(t){let n=t.find(e=>e.kind===`gain`);return`

class ListHead(layers.Layer):
    """Scores of all movies for each user: the model's factors with a gain for each, and a bias of its own for each movie."""

    def __init__(self, users, movies):
        super().__init__()
        self.users, self.movies = users, movies
        self.gain = self.add_weight(shape=(users.output_dim,), initializer=keras.initializers.Constant(${n?.initializer.kind===`constant`?r(n.initializer.value):`1`}))
        self.bias = self.add_weight(shape=(n_movies,), initializer="zeros")

    def call(self, entries):
        rows = ops.take(self.users.embeddings, entries, axis=0) * self.gain
        return ops.matmul(rows, ops.transpose(self.movies.embeddings)) + self.bias

list_head = ListHead(model.get_layer("${e.user}"), model.get_layer("${e.movie}"))
`}var y=`

class Bag(layers.Layer):
    """The sum of the embeddings in an entry's list, divided by the square root of their number."""

    def __init__(self, lists, rows, width, l2, **kwargs):
        super().__init__(**kwargs)
        longest = max(map(len, lists))
        self.padded = np.array([list(entry) + [-1] * (longest - len(entry)) for entry in lists])
        self.l2 = l2
        self.table = self.add_weight(shape=(rows, width), initializer="zeros")

    def call(self, entries):
        rows = ops.take(self.padded, entries, axis=0)
        known = ops.cast(rows >= 0, "float32")[..., None]
        found = ops.take(self.table, ops.maximum(rows, 0), axis=0) * known
        self.add_loss(self.l2 * ops.mean(ops.sum(ops.square(found), axis=(1, 2))))
        return ops.sum(found, axis=1) / ops.sqrt(ops.maximum(ops.sum(known, axis=1), 1))

`,b={rated:`for each user the movies of their training ratings`,genres:`for each movie its genres, numbered`,year:`for each movie its release year in steps of five, numbered; empty where unknown`,demographics:`for each user age group, gender and occupation, numbered`},x=`

def rows_l2(strength):
    """Adds strength x the mean squared norm of the rows that the batch looks up."""
    return lambda rows: strength * ops.mean(ops.sum(ops.square(rows), axis=-1))

`;function S(e,t){let n=`name="${e.name}"`;switch(e.kind){case`embedding`:return`layers.Embedding(\n    ${w(e,t)}\n)(${p[e.of]})`;case`bag`:return C(e,t);case`dot`:return`layers.Dot(axes=1, ${n})([${e.inputs.join(`, `)}])`;case`concat`:return`layers.Concatenate(${n})([${e.inputs.join(`, `)}])`;case`add`:return`layers.Add(${n})([${e.inputs.join(`, `)}])`;case`dense`:return`layers.Dense(${e.width}, ${e.useBias?``:`use_bias=False, `}${n})(${e.input})`;case`activation`:return`layers.Activation("${e.activation}", ${n})(${e.input})`;case`dropout`:return`layers.Dropout(${r(e.rate)}, ${n})(${e.input})`;case`scale`:return`layers.Rescaling(${r(e.factor)}, offset=${r(e.offset)}, ${n})(${e.input})`}}function C({name:e,of:t,list:n,rows:i,width:a,l2:o},s){return`Bag(${n}_lists, ${i}, ${a}, l2=${s}${r(o)}, name="${e}")(${t})  # ${b[n]}`}function w({name:e,of:t,width:n,initializer:i,l2:a},o){let s=i.kind===`normal`?`keras.initializers.RandomNormal(stddev=${r(i.deviation)})`:`"${i.kind.replace(`-`,`_`)}"`,c=a>0?`activity_regularizer=rows_l2(${o}${r(a)}), `:``;return`${m[t]}, ${n}, embeddings_initializer=${s},\n    ${c}name="${e}",`}var T=e=>{let n=i(e);return t(n.model)?s(n.model,n):h(a(e),n.seed,n.listWeight)};export{T as selectCode};
//# sourceMappingURL=select-code-e_ecHjmy.js.map