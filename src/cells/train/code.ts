import type { Configuration } from '../../core/hyperparameters.ts';
import { isPairwise, type PointwiseLoss } from '../../core/loss.ts';
import { formatNumber } from '../../core/settings/format.ts';
import { alternatingCode } from './alternating-code.ts';
import { byRatingCode } from './by-rating-code.ts';
import { byRowCode } from './by-row-code.ts';
import { linesOfParts } from './held-out-code.ts';
import { listCode } from './list-code.ts';
import { optimizerOf } from './optimizer-code.ts';
import { pairwiseCode } from './pairwise-code.ts';
import { callbacksCode, SHUFFLING, scheduleCode } from './schedule-code.ts';

const TARGETS: Readonly<Record<Configuration['target'], (unit: number) => string>> = {
  raw: (unit) => `offset, scale = 0.0, ${Number.isInteger(unit) ? `${unit}.0` : formatNumber(unit)}`,
  'min-max': () => 'offset, scale = stars.min(), stars.max() - stars.min()',
  standardised: () => 'offset, scale = stars[train].mean(), stars[train].std()',
};

const LOSSES: Readonly<Record<PointwiseLoss, string>> = {
  squared: '"mse"',
  absolute: '"mae"',
  huber: 'keras.losses.Huber()',
};

/** The same losses as functions, to be weighted beside a list. */
const LOSS_FUNCTIONS: Readonly<Record<PointwiseLoss, string>> = {
  squared: 'keras.losses.mean_squared_error',
  absolute: 'keras.losses.mean_absolute_error',
  huber: 'keras.losses.huber',
};

const VALIDATION = `    validation_data=([user_index[validation], movie_index[validation]], z[validation]),
`;

const batchesCode = ({ batchSize }: Configuration, order: string): string => `
class Batches(keras.utils.PyDataset):
    """The training part, in another order in each epoch: once a seed is set, Keras' own shuffle repeats its first order."""

    def __init__(self):
        super().__init__()
        self.rng = ${order}
        self.order = train.copy()

    def __len__(self):
        return -(-len(self.order) // ${batchSize})

    def shuffle(self):
        self.rng.shuffle(self.order)

    def __getitem__(self, step):
        at = self.order[step * ${batchSize} : (step + 1) * ${batchSize}]
        return (user_index[at], movie_index[at]), z[at]
`;

const RMSE = `
def rmse(part):
    predicted = model.predict([user_index[part], movie_index[part]], batch_size=4096)[:, 0] * scale + offset
    return np.sqrt(np.mean((np.clip(predicted, stars.min(), stars.max()) - stars[part]) ** 2))

print("Validation RMSE in stars:", rmse(validation))
`;
const TEST = `print("Test RMSE in stars:", rmse(test))
`;

/** What of the data the code depends on. */
export interface CodeOfData {
  /** Of the rating scale (`unitOf`). */
  readonly unit: number;
  /** No rating says that something is not liked. */
  readonly isAllLiked: boolean;
}

const STARS: CodeOfData = { unit: 1, isAllLiked: false };

/** A Python expression for a generator with NumPy's `shuffle`; a stream of a seed is for one use. */
export type GeneratorCode = (seed: number, stream: string) => string;

const NUMPY: GeneratorCode = (seed) => `np.random.default_rng(${seed})`;

/** Python that trains the model of the cell above with Keras 3. `generator` orders the ratings of a batch after the other. */
export function trainingCode(
  configuration: Configuration,
  { unit, isAllLiked }: CodeOfData = STARS,
  generator: GeneratorCode = NUMPY,
): string {
  const { target, loss, optimizer, epochs, seed } = configuration;
  const orders = { ratings: generator(seed, 'order'), users: generator(seed, 'order of the list') };
  if (loss === 'implicit') return alternatingCode(configuration);
  const rmse = linesOfParts(configuration, RMSE, TEST);
  if (optimizer === 'als' || optimizer === 'gibbs') return byRowCode(configuration, TARGETS[target](unit), rmse);
  if (optimizer === 'sgd-by-rating') return byRatingCode(configuration, TARGETS[target](unit), rmse);
  const optimizerCode = optimizerOf(optimizer, configuration);
  if (isPairwise(loss)) return pairwiseCode(configuration, optimizerCode);
  if (configuration.listWeight > 0)
    return listCode(configuration, orders, TARGETS[target](unit), optimizerCode, LOSS_FUNCTIONS[loss], rmse, isAllLiked);
  return `# The target. An error in stars is an error in these units times the scale; at the end predictions are clipped to the rating scale.
${TARGETS[target](unit)}
z = (stars - offset) / scale
${batchesCode(configuration, orders.ratings)}
${scheduleCode(configuration)}
${optimizerCode.definition}model.compile(
    optimizer=${optimizerCode.line}
    loss=${LOSSES[loss]},
    metrics=[keras.metrics.RootMeanSquaredError(name="rmse")],
)
batches = Batches()
model.fit(
    batches,
${linesOfParts(configuration, VALIDATION)}    epochs=${epochs},
    shuffle=False,
    callbacks=[
        ${SHUFFLING}
${callbacksCode(configuration)}
    ],
)
${rmse}`;
}
