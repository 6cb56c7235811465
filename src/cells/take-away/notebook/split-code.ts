import { formatNumber } from '../../../core/settings/format.ts';
import type { SplitSettings } from '../../../core/split.ts';

/**
 * Python that divides the ratings exactly as the page does: null where the code of the Split cell does so already, since nothing is drawn.
 */
export function exactSplitCode({ split, seed, validationShare, testShare }: SplitSettings): string | null {
  if (split === 'random') {
    return `${SHUFFLE}
order = shuffled(np.arange(len(stars)), ${seed})
n_validation = ${sizeOf('len(stars)', validationShare)}
n_test = ${testShare === 0 ? '0' : sizeOf('len(stars)', testShare)}
validation, test, train = (np.sort(part) for part in np.split(order, [n_validation, n_validation + n_test]))
`;
  }
  if (split !== 'files') return null;
  return `${SHUFFLE}
part = ratings.part.to_numpy()
train, validation, test = (np.flatnonzero(part == name) for name in ("train", "validation", "test"))
if len(validation) == 0:
    order = shuffled(train, ${seed})
    validation, train = (np.sort(some) for some in np.split(order, [${sizeOf('len(order)', validationShare)}]))
`;
}

/** To the nearest; Python's own `round` takes halves to even numbers. */
const sizeOf = (count: string, share: number): string => `int(${count} * ${formatNumber(share)} + 0.5)`;

const SHUFFLE = `import numpy as np


def shuffled(values, seed):
    """The order in which the page draws ratings: Fisher and Yates with xoshiro128**, so that the same ratings are held out."""
    low = 0xFFFFFFFF

    def mix(x):
        x = ((x ^ (x >> 16)) * 0x7FEB352D) & low
        x = ((x ^ (x >> 15)) * 0x846CA68B) & low
        return x ^ (x >> 16)

    def key_of(*parts):
        key = 0x243F6A88
        for part in parts:
            key = mix(key ^ mix((part + 0x9E3779B9) & low))
        return key

    key = key_of(seed)
    for letter in "split":
        key = key_of(key, ord(letter))
    a, b, c, d = key_of(key, 1), key_of(key, 2), key_of(key, 3), key_of(key, 4) | 1
    order = values.tolist()
    for i in range(len(order) - 1, 0, -1):
        times5 = b * 5 & low
        drawn = ((times5 << 7 | times5 >> 25) & low) * 9 & low
        t = b << 9 & low
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= t
        d = (d << 11 | d >> 21) & low
        j = int(drawn / 2**32 * (i + 1))
        order[i], order[j] = order[j], order[i]
    return np.array(order)

`;
