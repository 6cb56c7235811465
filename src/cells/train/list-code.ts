import type { Configuration } from '../../core/hyperparameters.ts';
import { SOFTMAX } from '../../core/list-task.ts';
import { formatNumber } from '../../core/settings/format.ts';
import { callbacksCode, scheduleCode } from './schedule-code.ts';

/**
 * Python that trains the model of the cell above on the stars and on the list, with Keras 3. `target`, `optimizer` and `loss` are its
 * expressions for them, `rmse` defines a function of that name and calls it.
 */
export function listCode(configuration: Configuration, target: string, optimizer: string, loss: string, rmse: string): string {
  const { batchSize, epochs, seed, listWeight, listL2 } = configuration;
  const alone = listWeight === 1;
  // The model adds the L2 of its ratings whole, so that the rest has to be measured in the same.
  const ofList = alone ? '1.0' : `${formatNumber(listWeight)} / (1 - ${formatNumber(listWeight)})`;
  return `# What is predicted, and who liked what: the upper quarter of the scale.
${target}
z = (stars - offset) / scale
liked = np.zeros((n_users, n_movies), dtype="float32")
is_liked = stars[train] >= stars.min() + 0.75 * (stars.max() - stars.min())
liked[user_index[train][is_liked], movie_index[train][is_liked]] = 1

class ListLoss(layers.Layer):
    """Passes the stars on, and adds the loss of the list: of these users, each with a row of what they liked; rows of zeros are nobody."""

    def __init__(self):
        super().__init__()
        self.head = list_head

    def call(self, stars, users, likes):
        own = ops.sum(likes, axis=1)
        chosen = -ops.sum(likes * ops.log_softmax(self.head(users))) / ops.maximum(ops.sum(own), 1)
        rows = ops.take(self.head.users.embeddings, users, axis=0) * ops.cast(own > 0, "float32")[:, None]
        length = ops.sum(rows**2) / ops.maximum(ops.sum(ops.cast(own > 0, "float32")), 1)
        length = length + ops.mean(ops.sum(self.head.movies.embeddings**2, axis=1))
        self.add_loss(${ofList} * (${formatNumber(SOFTMAX)} * chosen + ${formatNumber(listL2)} * length))  # the whole loss over 1 - weight
        return stars

class Batches(keras.utils.PyDataset):
    """A batch of ratings, and beside it the next users, an equal share of all for each step."""

    def __init__(self):
        super().__init__()
        self.rng = np.random.default_rng(${seed})
        self.users = np.flatnonzero(liked.any(axis=1))
        self.on_epoch_end()

    def __len__(self):
        return -(-len(train) // ${batchSize})

    def on_epoch_end(self):
        self.order = self.rng.permutation(train)
        self.rng.shuffle(self.users)

    def __getitem__(self, step):
        at = self.order[step * ${batchSize} : (step + 1) * ${batchSize}]
        steps = len(self)
        some = self.users[step * len(self.users) // steps : (step + 1) * len(self.users) // steps][: len(at)]
        users, likes = np.zeros(len(at), dtype="int32"), np.zeros((len(at), n_movies), dtype="float32")
        users[: len(some)], likes[: len(some)] = some, liked[some]
        return (user_index[at], movie_index[at], users, likes), z[at]

listed, likes = keras.Input((), dtype="int32"), keras.Input((n_movies,))
joint = keras.Model([*model.inputs, listed, likes], ListLoss()(model.output, listed, likes))

${scheduleCode(configuration)}
joint.compile(
    optimizer=${optimizer},
    loss=${alone ? 'lambda _, stars: 0.0 * stars' : loss},
)
joint.fit(
    Batches(),
    epochs=${epochs},
    callbacks=[
${callbacksCode({ ...configuration, patience: 0 })}
    ],
)
${alone ? 'offset, scale = 0.0, 1.0  # what it predicts ranks movies, and is no number of stars\n' : rmse}`;
}
