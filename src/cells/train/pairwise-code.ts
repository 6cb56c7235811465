import type { Configuration } from '../../core/hyperparameters.ts';
import type { NegativeCount } from '../../core/loss.ts';
import { linesOfParts } from './held-out-code.ts';
import type { OptimizerCode } from './optimizer-code.ts';
import { callbacksCode, scheduleCode } from './schedule-code.ts';

/** Python that trains the model of the cell above on pairs with Keras 3. */
export function pairwiseCode(configuration: Configuration, optimizer: OptimizerCode): string {
  const { batchSize, epochs, seed, loss, negatives, dislikes } = configuration;
  const isPlain = loss === 'bpr' && negatives === '1' && !dislikes;
  return `from keras import ops

# Liked: not below the user's own mean. Each epoch draws new movies that the user has not rated.
rng = np.random.default_rng(${seed})
user, movie = user_index[train], movie_index[train]
mean = np.bincount(user, stars[train]) / np.maximum(1, np.bincount(user))
liked = np.flatnonzero(stars[train] >= mean[user])
rated = np.unique(user.astype(np.int64) * n_movies + movie)

${drawingCode(configuration)}
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
        return -(-len(self.users) // ${batchSize})

    def on_epoch_end(self):
        self.order = rng.permutation(len(self.users))
        self.other = ${isPlain ? 'draw(self.users, self.rated)' : `np.stack([${drawnOf(configuration)} for _ in range(${negatives})], axis=1)`}

    def __getitem__(self, batch):
        at = self.order[batch * ${batchSize} : (batch + 1) * ${batchSize}]
        return (self.users[at], self.liked[at], self.other[at]), np.ones(${isPlain ? 'len(at)' : `(len(at), ${negatives})`})

${isPlain ? PAIR_CODE : groupCode(configuration)}
${scheduleCode(configuration)}
${optimizer.definition}ranker.compile(
    optimizer=${optimizer.line}
    loss=${loss === 'softmax' ? 'softmax_of_group' : 'bpr'},
    metrics=[keras.metrics.BinaryAccuracy(name="auc", threshold=0.0)],  # the share of pairs ranked correctly
)
${linesOfParts(configuration, heldPairsCode(negatives, isPlain))}history = ranker.fit(
    Pairs(user[liked], movie[liked], rated),
${linesOfParts(configuration, validationCode(negatives, isPlain))}    epochs=${epochs},
    callbacks=[
${callbacksCode(configuration)}
    ],
)
${linesOfParts(configuration, AUC)}offset, scale = 0.0, 1.0  # predictions only rank movies; they are not stars
`;
}

const heldPairsCode = (
  negatives: NegativeCount,
  isPlain: boolean,
): string => `held = stars[validation] >= mean[user_index[validation]]
held_users, held_liked = user_index[validation][held], movie_index[validation][held]
everything = np.unique(user_index.astype(np.int64) * n_movies + movie_index)
held_other = ${isPlain ? 'draw(held_users, everything)' : `np.repeat(draw(held_users, everything)[:, None], ${negatives}, axis=1)`}
`;

const validationCode = (negatives: NegativeCount, isPlain: boolean): string =>
  `    validation_data=((held_users, held_liked, held_other), np.ones(${isPlain ? 'len(held_users)' : `(len(held_users), ${negatives})`})),
`;

const AUC = `print("Validation pair accuracy:", history.history["val_auc"][-1])
`;

const PAIR_CODE = `u, i, j = (keras.Input((), dtype="int32") for _ in range(3))
ranker = keras.Model([u, i, j], model([u, i]) - model([u, j]))

def bpr(_, margin):
    return ops.mean(ops.softplus(-margin))  # = -ln sigmoid(margin)
`;

/** How far the liked one of a group is ahead of each of the others. */
function groupCode({ loss, negatives, negativesBy }: Configuration): string {
  const share = negativesBy === 'popularity' ? 'popularity / popularity.sum()' : 'np.full(n_movies, 1 / n_movies)';
  const ahead = `u, i, j = keras.Input((), dtype="int32"), keras.Input((), dtype="int32"), keras.Input((${negatives},), dtype="int32")
others = ops.concatenate([model([u, j[:, k]]) for k in range(${negatives})], axis=1)
`;
  if (loss === 'bpr') {
    return `${ahead}ranker = keras.Model([u, i, j], model([u, i]) - others)

def bpr(_, margin):
    return ops.mean(ops.softplus(-margin))  # = -ln sigmoid(margin)
`;
  }
  return `${ahead}# Each score is corrected by the expected number of its movie among those drawn.
expected = ops.convert_to_tensor(np.log(${negatives} * (${share})).astype("float32"))
ranker = keras.Model([u, i, j], model([u, i]) - (others - ops.take(expected, j)))

def softmax_of_group(_, margin):
    return ops.mean(ops.logsumexp(ops.pad(-margin, [[0, 0], [1, 0]]), axis=1))  # = -ln of the share of the liked one
`;
}

/** Any movie, known or not. */
function drawingCode({ negativesBy, dislikes, loss }: Configuration): string {
  const any =
    negativesBy === 'popularity'
      ? `popularity = np.bincount(movie, minlength=n_movies) + 1.0

def any_movies(count):
    return rng.choice(n_movies, size=count, p=popularity / popularity.sum())
`
      : `def any_movies(count):
    return rng.integers(n_movies, size=count)
`;
  return dislikes && loss === 'bpr' ? any + DISLIKES : any;
}

/** Half of what is drawn, where the user has dislikes. */
const DISLIKES = `
disliked = [movie[(user == row) & (stars[train] < mean[user])] for row in range(n_users)]

def draw_or_dislike(users, rated):
    other = draw(users, rated)
    for at in np.flatnonzero(rng.random(len(users)) < 0.5):
        if len(disliked[users[at]]):
            other[at] = rng.choice(disliked[users[at]])
    return other
`;

const drawnOf = ({ dislikes, loss }: Configuration): string =>
  `${dislikes && loss === 'bpr' ? 'draw_or_dislike' : 'draw'}(self.users, self.rated)`;
