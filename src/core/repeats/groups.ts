import type { Configuration } from '../hyperparameters.ts';
import { type FigureName, figuresOf, heldOutOf } from '../run-figures.ts';
import type { RunRecord } from '../run-record.ts';
import { changedSettings } from '../stale.ts';
import { type Interval, intervalOf } from './interval.ts';

export type RepeatKind = 'seeds' | 'folds';

/** Runs of one configuration over several seeds, or over the folds of its ratings. */
export interface RepeatGroup {
  readonly id: string;
  readonly kind: RepeatKind;
  /** Two at least, oldest first. */
  readonly records: readonly RunRecord[];
  /** Those that came to their end: the means are theirs. */
  readonly counted: readonly RunRecord[];
  /** How many diverged or failed otherwise. */
  readonly failed: number;
}

/** The groups of repeats among runs, by their ids. A group whose runs differ in more than the seed is something else, such as a sweep. */
export function repeatGroups(records: readonly RunRecord[]): ReadonlyMap<string, RepeatGroup> {
  const members = new Map<string, RunRecord[]>();
  for (const record of records) {
    if (record.group === undefined) continue;
    const known = members.get(record.group.id);
    if (known) known.push(record);
    else members.set(record.group.id, [record]);
  }
  const groups = [...members].map(([id, all]) => groupOf(id, all)).filter((group) => group !== null);
  return new Map(groups.map((group) => [group.id, group]));
}

function groupOf(id: string, all: readonly RunRecord[]): RepeatGroup | null {
  const [first, ...others] = all;
  if (!first || others.length === 0 || !others.every((record) => isRepeat(record, first))) return null;
  return {
    id,
    kind: first.fold ? 'folds' : 'seeds',
    records: all.toSorted((a, b) => a.startedAt - b.startedAt || a.number - b.number),
    counted: all.filter(hasEnded),
    failed: all.filter(({ outcome }) => outcome === 'failed').length,
  };
}

const isRepeat = (one: RunRecord, other: RunRecord): boolean =>
  heldOutOf(one).data === heldOutOf(other).data &&
  one.fold?.of === other.fold?.of &&
  isSameButSeed(one.configuration, other.configuration);

/** Whether two configurations differ in the seed at most. */
export const isSameButSeed = (one: Configuration, other: Configuration): boolean =>
  changedSettings(one, other).every((name) => name === 'seed');

const hasEnded = ({ outcome }: RunRecord): boolean => outcome !== null && outcome !== 'failed' && outcome !== 'stopped';

/** The mean of a figure over the runs that have it; null where none has. */
export function meanOf(name: FigureName, { counted }: RepeatGroup): Interval | null {
  const values = counted.map((record) => figuresOf(record)[name]).filter((value) => value !== null);
  return intervalOf(values, overlapOf(counted));
}

/**
 * The size of a held-out part over that of its training part, where each run has drawn parts of its own; 0 where all runs hold out the
 * same ratings, so that they share no draw.
 */
export function overlapOf([first]: readonly RunRecord[]): number {
  if (!first) return 0;
  const { fold, configuration } = first;
  if (fold) return 1 / (fold.of - 1);
  const { split, validationShare, testShare } = configuration;
  if (split === 'random') return validationShare / (1 - validationShare - testShare);
  return split === 'files' ? validationShare / (1 - validationShare) : 0;
}
