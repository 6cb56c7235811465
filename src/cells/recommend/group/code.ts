import type { RawId } from '../../../core/ids.ts';
import type { Together } from '../../../core/together.ts';

interface CodeParts {
  /** Python that predicts every movie for the user at `row`, and what then ranks them. */
  readonly predict: string;
  readonly ranking: string;
  readonly isStandardised: boolean;
}

/** Python that lists movies for several users together, after that for one. */
export function groupCode(
  userIds: readonly RawId[],
  together: Together,
  { predict, ranking, isStandardised }: CodeParts,
  { count, minRatings }: { readonly count: number; readonly minRatings: number },
): string {
  const own = isStandardised ? '(own - own.mean()) / own.std()' : 'own';
  return `
# The same for several users together.
rows = np.searchsorted(user_ids, ${JSON.stringify(userIds)})
each = []
for row in rows:
    ${predict.replaceAll('\n', '\n    ')}
    own = ${ranking}
    each.append(${own})
joint = np.${together === 'mean' ? 'mean' : 'min'}(each, axis=0)
joint[movie_index[np.isin(user_index, rows)]] = -np.inf  # leaves out movies that one of them has rated
joint[counts < ${minRatings}] = -np.inf
best = np.argsort(-joint, kind="stable")[:${count}]
print(catalogue.loc[movie_ids[best]].assign(score=joint[best]))
`;
}
