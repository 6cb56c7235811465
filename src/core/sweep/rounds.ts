import type { Configuration } from '../hyperparameters.ts';
import { isSameHoweverLong } from '../learning-rate.ts';
import { createRandom, shuffle } from '../random.ts';
import { valueAt } from './axis.ts';
import { countCandidates } from './candidates.ts';
import type { SweepSettings } from './sweep-settings.ts';

/** One in so many of the candidates is kept from one round to the next. Hyperband, of which each bracket has few, keeps more. */
export const KEPT = { full: 1, halving: 4, hyperband: 3 } as const;

/** A round of successive halving, or the only one: how many candidates are trained, and how long. */
export interface Round {
  /** From 0; rounds of one level have as many epochs in every bracket. */
  readonly level: number;
  readonly count: number;
  /** Null: as each candidate says. */
  readonly epochs: number | null;
}

/** Candidates of their own, and the rounds in which the best of them go on. */
export type Bracket = readonly Round[];

/** One bracket, or with Hyperband (Li et al. 2018) one for each number of epochs to begin with. */
export function bracketsOf(settings: SweepSettings, { epochs }: Pick<Configuration, 'epochs'>): readonly Bracket[] {
  const count = countCandidates(settings);
  if (settings.rounds === 'full') return [[{ level: 0, count, epochs: null }]];
  const kept = KEPT[settings.rounds];
  const log = (value: number): number => Math.log(value) / Math.log(kept);
  const last = Math.min(Math.floor(log(count) + 1e-9), Math.ceil(log(epochs) - 1e-9));
  const bracket = (size: number, first: number): Bracket =>
    Array.from({ length: last - first + 1 }, (_, round) => ({
      level: first + round,
      count: Math.ceil(size / kept ** round - 1e-9),
      epochs: Math.ceil(epochs / kept ** (last - first - round) - 1e-9),
    }));
  return settings.rounds === 'halving' ? [bracket(count, 0)] : sizesOf(count, last).map(bracket);
}

/** How many candidates each bracket has, so that about as much is trained in each. */
function sizesOf(count: number, last: number): readonly number[] {
  const weights = Array.from({ length: last + 1 }, (_, first) => KEPT.hyperband ** (last - first) / (last - first + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let upTo = 0;
  const ends = weights.map((weight) => {
    upTo += weight;
    return Math.round((count * upTo) / total);
  });
  return ends.map((end, at) => end - (ends[at - 1] ?? 0));
}

/** The candidates of each bracket, ascending. Neighbours in a grid follow each other, so those are shuffled first. */
export function dealCandidates({ method, seed }: SweepSettings, brackets: readonly Bracket[]): readonly (readonly number[])[] {
  const sizes = brackets.map(([first]) => first?.count ?? 0);
  const order = Int32Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, candidate) => candidate);
  if (method === 'grid') shuffle(order, createRandom(seed, 'brackets'));
  let from = 0;
  return sizes.map((size) => {
    from += size;
    return [...order.subarray(from - size, from)].sort((a, b) => a - b);
  });
}

export const countTrials = (brackets: readonly Bracket[]): number => brackets.flat().reduce((sum, { count }) => sum + count, 0);

/** About the epochs of all trials together; who goes on trains only those that are missing. */
export function countEpochs(settings: SweepSettings, base: Configuration): number {
  const varied = settings.axes.find(({ name }) => name === 'epochs');
  const ofOne = varied ? Number(valueAt(varied, 0.5)) : base.epochs;
  const behind = (round: Round | undefined): number => (isSameHoweverLong(base) ? (round?.epochs ?? 0) : 0);
  const each = (bracket: Bracket): number[] =>
    bracket.map(({ count, epochs }, at) => count * ((epochs ?? ofOne) - behind(bracket[at - 1])));
  return bracketsOf(settings, base)
    .flatMap(each)
    .reduce((sum, epochs) => sum + epochs, 0);
}
