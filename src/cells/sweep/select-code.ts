import { type Configuration, SETTINGS } from '../../core/hyperparameters.ts';
import { labelOf } from '../../core/settings/words.ts';
import { type Axis, gridValues, type RangeAxis } from '../../core/sweep/axis.ts';
import { problemsOf } from '../../core/sweep/problems.ts';
import type { SweepSettings } from '../../core/sweep/sweep-settings.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import type { SelectCode } from '../cell-definition.ts';
import { selectSettings } from './selectors.ts';

/** Python that tries the same settings. */
export const selectCode: SelectCode = (state) => {
  const { settings } = selectSettings(state);
  const configuration = selectConfiguration(state);
  if (problemsOf(settings, configuration).length > 0) return '# The sweep above cannot start yet.\n';
  const isRmse = settings.measure === 'rmse';
  return `# Put the cells Model and Train into a function of these settings, which returns the validation ${isRmse ? 'RMSE' : 'NDCG@10'}.
def try_settings(${settings.axes.map(({ name }) => snake(name)).join(', ')}):
    raise NotImplementedError

${settings.method === 'grid' ? gridCode(settings, configuration) : drawsCode(settings, configuration)}
trials = pd.DataFrame(candidates, columns=[${settings.axes.map(({ name }) => `"${snake(name)}"`).join(', ')}])
trials["value"] = [try_settings(*candidate) for candidate in candidates]
print(trials.sort_values("value", ascending=${isRmse ? 'True' : 'False'}).to_string(index=False))
`;
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const python = (value: unknown): string =>
  typeof value === 'string' ? `"${value}"` : value === true ? 'True' : value === false ? 'False' : String(value);

const listCode = (values: readonly unknown[]): string => `[${values.map(python).join(', ')}]`;

const gridCode = ({ axes }: SweepSettings, configuration: Configuration): string => `import itertools

candidates = list(itertools.product(
${axes.map((axis) => `    ${listCode(gridValues(axis))},  # ${labelOf(axis.name, configuration)}`).join('\n')}
))`;

const drawsCode = ({ axes, method, trials, seed }: SweepSettings, configuration: Configuration): string => `${
  method === 'random'
    ? `draws = np.random.default_rng(${seed}).random((${trials}, ${axes.length}))`
    : `from scipy.stats import qmc

draws = qmc.Halton(${axes.length}, seed=${seed}).random(${trials})`
}
candidates = list(zip(
${axes.map((axis, at) => `    ${drawCode(axis, `draws[:, ${at}]`)},  # ${labelOf(axis.name, configuration)}`).join('\n')}
))`;

function drawCode(axis: Axis, draws: string): string {
  if (axis.kind === 'list') return `np.array(${listCode(axis.values)})[(${draws} * ${axis.values.length}).astype(int)]`;
  return isWhole(axis) ? `np.round(${rangeCode(axis, draws)}).astype(int)` : rangeCode(axis, draws);
}

const rangeCode = ({ scale, from, to }: RangeAxis, draws: string): string =>
  scale === 'log' ? `${from} * (${to} / ${from}) ** ${draws}` : `${from} + (${to} - ${from}) * ${draws}`;

function isWhole({ name }: RangeAxis): boolean {
  const setting = SETTINGS[name];
  return setting.kind === 'number' && setting.integer;
}
