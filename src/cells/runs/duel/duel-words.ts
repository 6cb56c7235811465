import { bestWithin } from '../../../core/equal-time.ts';
import { type Configuration, listWeightOf, SETTINGS } from '../../../core/hyperparameters.ts';
import { measureOf } from '../../../core/measure.ts';
import type { RecordedEpoch } from '../../../core/run-record.ts';
import { formatSetting } from '../../../core/settings/format.ts';
import { formatRmse, formatSeconds } from '../../../ui/format.ts';
import type { Both, DuelRequest } from './contract.ts';

/** What both sides have come to. */
export interface Fought {
  readonly request: Pick<DuelRequest, 'sides' | 'seconds'>;
  readonly epochs: Both<readonly RecordedEpoch[]>;
}

/** Which side is ahead in a figure; null where they are equal, or cannot be compared. */
export interface Ahead {
  readonly error: 0 | 1 | null;
  readonly list: 0 | 1 | null;
}

type Best = Both<RecordedEpoch | undefined>;

/** "A: Dot product", "B: MLP". */
export const sideNames = ([one, other]: Both<Configuration>): Both<string> => [
  `A: ${formatSetting(SETTINGS.model, one.model)}`,
  `B: ${formatSetting(SETTINGS.model, other.model)}`,
];

const bestOf = ({ request: { seconds }, epochs }: Fought): Best => [
  bestWithin(epochs[0], seconds),
  bestWithin(epochs[1], seconds),
];

/** Whether both learn by the same loss, so that their errors are of one kind. */
export const hasOneError = ([one, other]: Both<Configuration>): boolean => {
  const isSame = one.loss === other.loss && (one.listWeight === 1) === (other.listWeight === 1);
  return isSame || (measureOf(one).unit !== '' && measureOf(other).unit !== '');
};

export function aheadIn(fought: Fought): Ahead {
  const [one, other] = bestOf(fought);
  const errors = hasOneError(fought.request.sides) ? ([one?.validationError, other?.validationError] as const) : NONE;
  return { error: lower(...errors), list: lower(negative(one?.sampleNdcg), negative(other?.sampleNdcg)) };
}

const NONE = [undefined, undefined] as const;

const negative = (value: number | undefined): number | undefined => value && -value;

function lower(one: number | null | undefined, other: number | null | undefined): 0 | 1 | null {
  if (one == null || other == null || one === other) return null;
  return one < other ? 0 : 1;
}

/** Who had the lower error and the better lists after the same time, sentence by sentence. */
export function resultWords(fought: Fought): readonly string[] {
  const { sides, seconds } = fought.request;
  const names = sideNames(sides);
  const best = bestOf(fought);
  const late = names.filter((_, side) => best[side] === undefined);
  if (late.length > 0) return [`${late.join(' and ')} finished no epoch in ${formatSeconds(seconds)}. Choose more seconds.`];
  const { error, list } = aheadIn(fought);
  const measure = measureOf(sides[0]);
  return [
    hasOneError(sides)
      ? sentence(`the lower ${measure.error}`, names, error, [best[0]?.validationError, best[1]?.validationError])
      : 'Their errors are of different losses and cannot be compared.',
    sentence('the higher NDCG@10', names, list, [best[0]?.sampleNdcg, best[1]?.sampleNdcg]),
  ];
}

function sentence(what: string, names: Both<string>, ahead: 0 | 1 | null, values: Both<number | null | undefined>): string {
  const [one, other] = values;
  if (one == null || other == null) return `Nothing is held out to tell who has ${what}.`;
  if (ahead === null) return `Neither has ${what}: both have ${formatRmse(one)}.`;
  const [own, theirs] = ahead === 0 ? [one, other] : [other, one];
  return `${names[ahead]} has ${what}: ${formatRmse(own)} against ${formatRmse(theirs)}.`;
}

/** What Rendle et al. found, and whether it was so here; null where it is no duel of a dot product and an MLP. */
export function literatureWords(fought: Fought): { readonly found: string; readonly here: string } | null {
  const { sides } = fought.request;
  const dot = sides.findIndex(({ model }) => model === 'dot');
  const mlp = sides.findIndex(({ model }) => model === 'mlp');
  if (dot < 0 || mlp < 0) return null;
  return { found: FOUND, here: hereWords(fought, dot as 0 | 1) };
}

const FOUND =
  'Rendle, Krichene, Zhang and Anderson (2020) found that a dot product with well-chosen settings makes better lists than an MLP. They also found that an MLP needs many units and many ratings to learn even a dot product.';

function hereWords(fought: Fought, dot: 0 | 1): string {
  const { sides } = fought.request;
  if (sides.some((side) => side.model === 'mlp' && listWeightOf(side) > 0)) {
    return 'Here the list of the MLP comes from a dot product beside it, so these lists do not compare the two. Choose the aim Stars, or learn from pairs.';
  }
  const { list } = aheadIn(fought);
  if (list === null) return 'Here the lists do not tell the two apart.';
  return list === dot
    ? 'Here the dot product made the better lists too, in this one run each.'
    : 'Here the MLP made the better lists, in this one run each: the opposite of what they found. Both had the settings shown, which may not be the best for either.';
}
