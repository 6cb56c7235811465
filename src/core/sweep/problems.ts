import type { Configuration } from '../hyperparameters.ts';
import { isBaseline } from '../model-name.ts';
import { isInStars } from '../run-figures.ts';
import { formatNumber, inSentence } from '../settings/format.ts';
import type { NumberSetting } from '../settings/setting.ts';
import { labelOf } from '../settings/words.ts';
import { type Axis, type ListAxis, type RangeAxis, settingOf, valueAt } from './axis.ts';
import { sweepable } from './offer.ts';
import { bracketsOf, countTrials } from './rounds.ts';
import { BUDGET, MOST_AXES, type SweepSettings, TRIALS } from './sweep-settings.ts';

/** Why a sweep cannot begin: a sentence each, the first ones first; empty where it can. */
export function problemsOf(settings: SweepSettings, configuration: Configuration): readonly string[] {
  const ofAxes = settings.axes.flatMap((axis) => axisProblems(axis, configuration));
  const problems = [...ofAxes, ...sweepProblems(settings, configuration)];
  return problems.length > 0 ? problems : countProblems(settings, configuration);
}

function axisProblems(axis: Axis, configuration: Configuration): readonly string[] {
  const label = labelOf(axis.name, configuration);
  if (!sweepable(configuration).includes(axis.name)) return [`${label} has no effect with these settings. Remove it.`];
  return axis.kind === 'list' ? listProblems(axis, label) : rangeProblems(axis, label);
}

function listProblems({ values }: ListAxis, label: string): readonly string[] {
  return values.length === 0 ? [`${label} has no values. Give at least one.`] : [];
}

function rangeProblems(axis: RangeAxis, label: string): readonly string[] {
  const { from, to, scale, steps } = axis;
  const { zero, min, max } = settingOf(axis) as NumberSetting;
  const name = `The range of ${inSentence(label)}`;
  if (from > to) return [`${name} starts at ${formatNumber(from)}, above its end at ${formatNumber(to)}. Exchange the two.`];
  if (scale === 'log' && from <= 0)
    return [`${name} has a logarithmic scale, which cannot start at 0. Use a linear scale or a list.`];
  const least = zero ? 0 : min;
  if (from < least || to > max) return [`${name} must be within ${formatNumber(least)} and ${formatNumber(max)}.`];
  const isCount = Number.isInteger(steps) && steps >= 1 && steps <= TRIALS.max;
  return isCount ? [] : [`${name} needs 1 to ${TRIALS.max} values in a grid.`];
}

function sweepProblems({ axes, rounds, measure, seconds }: SweepSettings, configuration: Configuration): readonly string[] {
  const names = axes.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return [
    ...(axes.length === 0 && !isBaseline(configuration.model) ? ['There is no setting to vary. Add one.'] : []),
    ...(sweepable(configuration).length === 0 ? ['This model has no setting to vary. Choose another model.'] : []),
    ...(axes.length > MOST_AXES ? [`A sweep varies at most ${MOST_AXES} settings.`] : []),
    ...(twice ? [`${labelOf(twice, configuration)} is there twice. Remove one of the two.`] : []),
    ...(configuration.split === 'none' ? ['Nothing is held out to choose by. Choose another split.'] : []),
    ...(measure === 'rmse' && !isInStars(configuration)
      ? ['These settings predict no stars, so there is no RMSE to choose by. Choose by NDCG@10.']
      : []),
    ...(rounds !== 'full' && (names.includes('epochs') || isBaseline(configuration.model))
      ? ['Halving saves epochs, so it cannot vary the epochs or a model without epochs. Give each trial all epochs.']
      : []),
    ...(seconds !== 0 && (seconds < BUDGET.min || seconds > BUDGET.max)
      ? [`The time limit must be 0, or within ${BUDGET.min} and ${BUDGET.max.toLocaleString('en')} seconds.`]
      : []),
  ];
}

function countProblems(settings: SweepSettings, configuration: Configuration): readonly string[] {
  const count = countTrials(bracketsOf(settings, configuration));
  if (count > TRIALS.max) {
    return [
      `This makes ${count.toLocaleString('en')} trials; a sweep has at most ${TRIALS.max}. Use fewer values, or draw them.`,
    ];
  }
  if (count < TRIALS.min) return ['This makes a single trial. Give more values.'];
  const isOne = settings.method !== 'grid' && settings.axes.length > 0 && settings.axes.every(hasOneValue);
  return isOne ? ['All trials would have the same settings. Give more values.'] : [];
}

const hasOneValue = (axis: Axis): boolean =>
  axis.kind === 'list' ? new Set(axis.values).size === 1 : valueAt(axis, 0) === valueAt(axis, 1);
