import { formatNumber } from '../../core/settings/format.ts';
import type { SplitSettings } from '../../core/split.ts';

/** Python that divides the ratings of the cell above. */
export function splitCode(settings: SplitSettings): string {
  return CODE[settings.split](settings);
}

const CODE: Readonly<Record<SplitSettings['split'], (settings: SplitSettings) => string>> = {
  random: ({ seed, ...shares }) => `rng = np.random.default_rng(${seed})
order = rng.permutation(len(stars))
${sizes(shares)}
validation, test, train = np.split(order, [n_validation, n_validation + n_test])
`,
  'time-cut': (shares) => `# Stable: of ratings with equal times, the one further down is the later one.
order = np.argsort(ratings.timestamp.to_numpy(), kind="stable")
${sizes(shares)}
train, validation, test = np.split(order, [len(order) - n_test - n_validation, len(order) - n_test])
`,
  'leave-last': ({ validationPerUser, testPerUser }) => `n_validation, n_test = ${validationPerUser}, ${testPerUser}

# How many later ratings the same user gave, for every rating.
by_age = ratings.sort_values("timestamp", kind="stable")
later = by_age.groupby("userId").cumcount(ascending=False).sort_index().to_numpy()

# Users with too few ratings stay in training.
given = ratings.groupby("userId").userId.transform("size").to_numpy()
whole = given <= n_validation + n_test
test = np.flatnonzero(~whole & (later < n_test))
validation = np.flatnonzero(~whole & (later >= n_test) & (later < n_test + n_validation))
train = np.flatnonzero(whole | (later >= n_test + n_validation))
`,
  files: ({ seed, validationShare }) => `part = ratings.part.to_numpy()
train, validation, test = (np.flatnonzero(part == name) for name in ("train", "validation", "test"))
if len(validation) == 0:
    order = np.random.default_rng(${seed}).permutation(train)
    n_validation = int(len(order) * ${formatNumber(validationShare)} + 0.5)
    validation, train = np.split(order, [n_validation])
`,
  none: () => `train = np.arange(len(stars))  # everything, for the final model: nothing is left to measure it
`,
};

const sizes = ({ validationShare, testShare }: Pick<SplitSettings, 'validationShare' | 'testShare'>): string =>
  `n_validation, n_test = ${share(validationShare)}, ${testShare === 0 ? 0 : share(testShare)}`;

/** To the nearest; Python's own `round` takes halves to even numbers. */
const share = (value: number): string => `int(len(stars) * ${formatNumber(value)} + 0.5)`;
