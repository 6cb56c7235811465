/** A Python expression for the page's generator of a seed and a stream, with NumPy's `shuffle`; `PAGE_RANDOM` defines it. */
export const pageRandom = (seed: number, stream: string): string => `PageRandom(${seed}, "${stream}")`;

/** Python for `core/random.ts`. */
export const PAGE_RANDOM = `import numpy as np


class PageRandom:
    """The page's generator, xoshiro128**: each use of a seed has a stream of its own."""

    low = 0xFFFFFFFF

    def __init__(self, seed, stream):
        key = self.key_of(seed)
        for letter in stream:
            key = self.key_of(key, ord(letter))
        self.state = self.key_of(key, 1), self.key_of(key, 2), self.key_of(key, 3), self.key_of(key, 4) | 1

    def mix(self, x):
        x = ((x ^ (x >> 16)) * 0x7FEB352D) & self.low
        x = ((x ^ (x >> 15)) * 0x846CA68B) & self.low
        return x ^ (x >> 16)

    def key_of(self, *parts):
        key = 0x243F6A88
        for part in parts:
            key = self.mix(key ^ self.mix((part + 0x9E3779B9) & self.low))
        return key

    def uniform(self, count):
        """So many numbers in [0, 1)."""
        a, b, c, d = self.state
        low, drawn = self.low, []
        for _ in range(count):
            times5 = b * 5 & low
            drawn.append(((times5 << 7 | times5 >> 25) & low) * 9 & low)
            t = b << 9 & low
            c ^= a
            d ^= b
            b ^= c
            a ^= d
            c ^= t
            d = (d << 11 | d >> 21) & low
        self.state = a, b, c, d
        return np.array(drawn) / 2**32

    def shuffle(self, values):
        """In place (Fisher and Yates)."""
        order, last = values.tolist(), np.arange(len(values) - 1, 0, -1)
        places = (self.uniform(len(last)) * (last + 1)).astype(int)
        for i, j in zip(last.tolist(), places.tolist()):
            order[i], order[j] = order[j], order[i]
        values[:] = order

    def normal(self, rows, columns):
        """A table of standard normal numbers (Box and Muller)."""
        first, second = self.uniform(-(-rows * columns // 2) * 2).reshape(-1, 2).T
        radius, angle = np.sqrt(-2 * np.log(1 - first)), 2 * np.pi * second
        pairs = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
        return pairs.ravel()[: rows * columns].reshape(rows, columns)

    def glorot_uniform(self, rows, columns):
        return (2 * self.uniform(rows * columns) - 1).reshape(rows, columns) * np.sqrt(6 / (rows + columns))
`;
