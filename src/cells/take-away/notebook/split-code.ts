import { formatNumber } from '../../../core/settings/format.ts';
import type { SplitSettings } from '../../../core/split.ts';
import { pageRandom } from './page-random.ts';

/**
 * Python that divides the ratings exactly as the page does: null where the code of the Split cell does so already, since nothing is drawn.
 */
export function exactSplitCode({ split, seed, validationShare, testShare }: SplitSettings): string | null {
  if (split === 'random') {
    return `order = np.arange(len(stars))
${pageRandom(seed, 'split')}.shuffle(order)
n_validation = ${sizeOf('len(stars)', validationShare)}
n_test = ${testShare === 0 ? '0' : sizeOf('len(stars)', testShare)}
validation, test, train = (np.sort(part) for part in np.split(order, [n_validation, n_validation + n_test]))
`;
  }
  if (split !== 'files') return null;
  return `part = ratings.part.to_numpy()
train, validation, test = (np.flatnonzero(part == name) for name in ("train", "validation", "test"))
if len(validation) == 0:
    order = train.copy()
    ${pageRandom(seed, 'split')}.shuffle(order)
    validation, train = (np.sort(some) for some in np.split(order, [${sizeOf('len(order)', validationShare)}]))
`;
}

/** To the nearest; Python's own `round` takes halves to even numbers. */
const sizeOf = (count: string, share: number): string => `int(${count} * ${formatNumber(share)} + 0.5)`;
