import type { CodeData } from './code-data.ts';

/** Python that leaves out values that mean "not rated", and those beyond the smallest and the largest that count. */
export function leavingOut({ cleaning, suspects = [] }: CodeData): string {
  const { notRated = 'guess', least = null, most = null } = cleaning ?? {};
  const none = notRated === 'guess' ? suspects.flatMap(({ value, isLeftOut }) => (isLeftOut ? [value] : [])) : notRated;
  const lines = [
    none.length === 0 ? '' : `ratings = ratings[~ratings.rating.isin([${none.join(', ')}])]  # they mean "not rated"\n`,
    least === null ? '' : `ratings = ratings[ratings.rating >= ${least}]\n`,
    most === null ? '' : `ratings = ratings[ratings.rating <= ${most}]\n`,
  ].join('');
  return lines === '' ? '' : `${lines}ratings = ratings.reset_index(drop=True)\n`;
}

/** Python that makes one rating of several of an item by one user; of equally old ones the last in the file is the newest. */
export function merging({ cleaning, feedback, firstTimestamp, notes }: CodeData): string {
  if (!notes.some(({ kind }) => kind === 'duplicate-ratings')) return '';
  const isSummed = feedback === 'counts' || feedback === 'events';
  const { repeats = 'auto' } = cleaning ?? {};
  const rule = repeats === 'auto' ? (isSummed ? 'sum' : 'newest') : repeats;
  const merged = rule === 'newest' ? '' : merge(rule === 'largest' ? 'max' : rule);
  const last = '.drop_duplicates(["userId", "movieId"], keep="last")';
  return firstTimestamp === null
    ? `${merged}ratings = ratings${last}.reset_index(drop=True)\n`
    : `${merged}ratings = ratings.sort_values("timestamp", kind="stable")${last}.sort_index().reset_index(drop=True)\n`;
}

const merge = (how: string): string =>
  `ratings = ratings.assign(rating=ratings.groupby(["userId", "movieId"]).rating.transform(${JSON.stringify(how)}))\n`;

/** Python that leaves out users and items with too few ratings, and then takes the logarithm. */
export function thinning({ cleaning, readScale, scale }: CodeData): string {
  const { perUser = 1, perItem = 1, values = 'raw' } = cleaning ?? {};
  const isLogged = values === 'log1p' && (readScale ?? scale).min > -1;
  return `${perUser > 1 || perItem > 1 ? core(perUser, perItem) : ''}${isLogged ? 'ratings = ratings.assign(rating=np.log1p(ratings.rating))\n' : ''}`;
}

const core = (perUser: number, perItem: number): string => `while True:  # until all that are left have enough
    enough = ratings.groupby("userId").userId.transform("size") >= ${perUser}
    enough &= ratings.groupby("movieId").movieId.transform("size") >= ${perItem}
    if enough.all():
        break
    ratings = ratings[enough]
ratings = ratings.reset_index(drop=True)
`;
