import type { Configuration } from '../../core/hyperparameters.ts';
import { callbacksCode, scheduleCode } from './schedule-code.ts';

/** Python that trains the model of the cell above on pairs with Keras 3. `optimizer` is its expression, with a comma. */
export function pairwiseCode(configuration: Configuration, optimizer: string): string {
  const { batchSize, epochs, seed } = configuration;
  return `from keras import ops

# Liked: not below the user's own mean. Movies that the user has not rated are drawn anew in each epoch.
rng = np.random.default_rng(${seed})
user, movie = user_index[train], movie_index[train]
mean = np.bincount(user, stars[train]) / np.maximum(1, np.bincount(user))
liked = np.flatnonzero(stars[train] >= mean[user])
rated = np.unique(user.astype(np.int64) * n_movies + movie)

def draw(users, rated):
    other = rng.integers(n_movies, size=len(users))
    while len(bad := np.flatnonzero(np.isin(users.astype(np.int64) * n_movies + other, rated))):
        other[bad] = rng.integers(n_movies, size=len(bad))
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
        self.other = draw(self.users, self.rated)

    def __getitem__(self, batch):
        at = self.order[batch * ${batchSize} : (batch + 1) * ${batchSize}]
        return (self.users[at], self.liked[at], self.other[at]), np.ones(len(at))

u, i, j = (keras.Input((), dtype="int32") for _ in range(3))
ranker = keras.Model([u, i, j], model([u, i]) - model([u, j]))

def bpr(_, margin):
    return ops.mean(ops.softplus(-margin))  # = -ln sigmoid(margin)

${scheduleCode(configuration)}
ranker.compile(
    optimizer=${optimizer}
    loss=bpr,
    metrics=[keras.metrics.BinaryAccuracy(name="auc", threshold=0.0)],  # the share of pairs ranked right
)
held = stars[validation] >= mean[user_index[validation]]
held_users, held_liked = user_index[validation][held], movie_index[validation][held]
everything = np.unique(user_index.astype(np.int64) * n_movies + movie_index)
held_other = draw(held_users, everything)
history = ranker.fit(
    Pairs(user[liked], movie[liked], rated),
    validation_data=((held_users, held_liked, held_other), np.ones(len(held_users))),
    epochs=${epochs},
    callbacks=[
${callbacksCode(configuration)}
    ],
)
print("Validation AUC:", history.history["val_auc"][-1])
offset, scale = 0.0, 1.0  # what it predicts ranks movies, and is no number of stars
`;
}
