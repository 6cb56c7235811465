import type { Configuration } from '../../core/hyperparameters.ts';
import { SOFTMAX } from '../../core/list-task.ts';
import { formatNumber } from '../../core/settings/format.ts';
import type { OptimizerCode } from './optimizer-code.ts';
import { callbacksCode, SHUFFLING, scheduleCode } from './schedule-code.ts';

const METRICS = '    metrics=[keras.metrics.RootMeanSquaredError(name="rmse")],\n';
const VALIDATION = '    validation_data=Batches(validation, np.array([], dtype="int64")),\n';

/**
 * Python that trains the model of the cell above on the stars and on the list, with Keras 3. `orders` are its expressions for generators
 * that shuffle, `target` and `loss` those for them (`loss` a function of Keras), `rmse` defines a function of that name and calls it.
 */
export function listCode(
  configuration: Configuration,
  orders: { readonly ratings: string; readonly users: string },
  target: string,
  optimizer: OptimizerCode,
  loss: string,
  rmse: string,
  isAllLiked: boolean,
): string {
  const { split, batchSize, epochs, listWeight, listL2 } = configuration;
  const alone = listWeight === 1;
  return `# The target, and what each user liked: ${isAllLiked ? 'every rating' : 'the upper quarter of the scale'}.
${target}
z = (stars - offset) / scale
liked = np.zeros((n_users, n_movies), dtype="float32")
is_liked = ${isAllLiked ? 'np.ones(len(train), dtype=bool)' : 'stars[train] >= stars.min() + 0.75 * (stars.max() - stars.min())'}
liked[user_index[train][is_liked], movie_index[train][is_liked]] = 1

class ListLoss(layers.Layer):
    """Returns the stars unchanged, and adds the list loss of these users. Each has a row of liked movies."""

    def __init__(self):
        super().__init__()
        self.head = list_head

    def call(self, stars, users, likes):
        count = ops.maximum(ops.cast(ops.shape(users)[0], "float32"), 1)
        chosen = -ops.sum(likes * ops.log_softmax(self.head(users))) / ops.maximum(ops.sum(likes), 1)
        rows = ops.take(self.head.users.embeddings, users, axis=0)
        length = ops.sum(rows**2) / count + ops.mean(ops.sum(self.head.movies.embeddings**2, axis=1))
        self.add_loss(${formatNumber(listWeight)} * (${formatNumber(SOFTMAX)} * chosen + ${formatNumber(listL2)} * length))
        return stars

class Batches(keras.utils.PyDataset):
    """A batch of ratings and the next users, an equal share of all users in each step."""

    def __init__(self, part, users):
        super().__init__()
        self.of_ratings, self.of_users = ${orders.ratings}, ${orders.users}
        self.part, self.users = part.copy(), users

    def __len__(self):
        return -(-len(self.part) // ${batchSize})

    def shuffle(self):
        self.of_ratings.shuffle(self.part)
        self.of_users.shuffle(self.users)

    def __getitem__(self, step):
        at = self.part[step * ${batchSize} : (step + 1) * ${batchSize}]
        steps = len(self)
        some = self.users[step * len(self.users) // steps : (step + 1) * len(self.users) // steps]
        return (user_index[at], movie_index[at], some, liked[some]), z[at]

listed, likes = keras.Input((), dtype="int32"), keras.Input((n_movies,))
joint = keras.Model([*model.inputs, listed, likes], ListLoss()(model.output, listed, likes))

${scheduleCode(configuration)}
${optimizer.definition}joint.compile(
    optimizer=${optimizer.line}
    loss=${alone ? 'lambda _, stars: 0.0 * stars' : `lambda z, stars: ${formatNumber(1 - listWeight)} * ${loss}(z, stars)`},
${alone ? '' : METRICS})
batches = Batches(train, np.flatnonzero(liked.any(axis=1)))
joint.fit(
    batches,
${alone || split === 'none' ? '' : VALIDATION}    epochs=${epochs},
    shuffle=False,
    callbacks=[
        ${SHUFFLING}
${callbacksCode(alone ? { ...configuration, patience: 0 } : configuration)}
    ],
)
${alone ? 'offset, scale = 0.0, 1.0  # predictions only rank movies; they are not stars\n' : rmse}`;
}
