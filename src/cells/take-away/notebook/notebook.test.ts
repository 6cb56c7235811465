import { expect, test } from 'vitest';
import { NO_FEATURES } from '../../../core/features.ts';
import type { Overrides } from '../../../core/hyperparameters.ts';
import { resolve } from '../../../core/settings/defaults.ts';
import { DEFAULTS } from '../../../core/settings/tuned.ts';
import { splitRatings } from '../../../core/split.ts';
import { buildNetwork } from '../../../models/build-network.ts';
import { initialWeights } from '../../../models/initial-weights.ts';
import { clearUnseenRows } from '../../../models/unseen-rows.ts';
import { smallRatings } from '../small-lab.fixture.ts';
import { firstWeightsCode } from './first-weights-code.ts';
import { ipynbOf, scriptOf } from './formats.ts';
import { markdownOf } from './markdown.ts';
import { missingInNotebook } from './missing.ts';
import { PAGE_RANDOM } from './page-random.ts';
import { printed } from './printed.fixture.ts';
import { exactSplitCode } from './split-code.ts';

const CELLS = [
  { kind: 'markdown', text: '# Title\n\nA sentence.' },
  { kind: 'code', text: 'x = 1\nprint(x)' },
] as const;

test('a notebook is nbformat 4, with each line as Jupyter keeps it', () => {
  const notebook = JSON.parse(ipynbOf(CELLS));
  expect([notebook.nbformat, notebook.metadata.kernelspec.name]).toEqual([4, 'python3']);
  expect(notebook.cells).toEqual([
    { cell_type: 'markdown', metadata: {}, source: ['# Title\n', '\n', 'A sentence.'] },
    { cell_type: 'code', metadata: {}, source: ['x = 1\n', 'print(x)'], execution_count: null, outputs: [] },
  ]);
});

test('a script is the same cells, with prose as comments', () => {
  expect(scriptOf(CELLS)).toBe('# %% [markdown]\n# # Title\n#\n# A sentence.\n\n# %%\nx = 1\nprint(x)\n');
});

test('an explanation becomes Markdown, with its formulas as TeX and its symbols as a table', () => {
  const html = `<p>Bias of <em>each</em> user, <strong>b</strong>: 1 &lt; 2 in <code>ratings.csv</code>.</p>
<figure class="x" aria-label="Formula" tabindex="0"><span hidden=""></span><code class="y">\\hat r = a &amp; b</code><span></span></figure>
<table><caption class="c">Symbols</caption><thead><tr><th>Symbol</th><th>Now</th></tr></thead>
<tbody><tr><td><span><code class="y">|b_u|</code><span></span></span></td><th scope="row">one | two</th></tr></tbody></table><p>End.</p>`;
  expect(markdownOf(html)).toBe(`Bias of *each* user, **b**: 1 < 2 in \`ratings.csv\`.

$$\\hat r = a & b$$

| Symbol | Now |
| --- | --- |
| $\\vert b_u\\vert $ | one \\| two |

End.`);
});

const SIZE = { users: 4, movies: 5, scale: { min: 1, max: 5, step: 1 }, stars: { mean: 3, deviation: 1 }, features: NO_FEATURES };

test('where there is Python with NumPy, it holds out the same ratings as the page', ({ skip }) => {
  const ratings = smallRatings();
  const settings = { ...DEFAULTS.dot, split: 'random', seed: 12_345, validationShare: 0.2, testShare: 0.15 } as const;
  const program = `${PAGE_RANDOM}\nstars = np.zeros(${ratings.count})\n${exactSplitCode(settings)}
print([part.tolist() for part in (train, validation, test)])`;
  const parts = printed(program);
  if (parts === null && printed('import numpy\nprint(1)') === null) skip();
  const { train, validation, test } = splitRatings(ratings, settings);
  expect(parts).toEqual([[...train], [...validation], [...test]]);
});

test('a network that goes by the time of a rating has no notebook', () => {
  const features = { periods: 3, userPeriods: 4, genres: 5, years: 6, demographics: 0 };
  const size = { users: 4, movies: 5, scale: { min: 1, max: 5, step: 1 }, stars: { mean: 3, deviation: 1 }, features };
  const missing = (overrides: Overrides) => missingInNotebook(buildNetwork(resolve(overrides), size).graph);
  const withTime: readonly Overrides[] = [{ ratingTime: true }, { userDrift: true }];
  for (const overrides of withTime) expect(missing(overrides)).toContain('Switch off Rating time and User drift.');
  const withoutTime: readonly Overrides[] = [{}, { genres: true, releaseYear: true, ratedSet: true, model: 'hybrid' }];
  for (const overrides of withoutTime) expect(missing(overrides)).toBeNull();
  expect(missingInNotebook(null)).toBeNull();
});

test('where there is Python with NumPy, training starts from the page’s weights', ({ skip }) => {
  const { graph } = buildNetwork(resolve({ model: 'mlp', listWeight: 0, userFactors: 3, movieFactors: 5, hidden: [4] }), SIZE);
  const program = `import json\n${PAGE_RANDOM}
class Layer:
    def __init__(self):
        self.weights = [None]
    def get_weights(self):
        return self.weights
    def set_weights(self, weights):
        self.weights = weights
class Model:
    layers = {}
    def get_layer(self, name):
        return self.layers.setdefault(name, Layer())
model, train, user_index, movie_index, n_users, n_movies = Model(), np.arange(3), np.array([0, 0, 3]), np.array([4, 2, 2]), 4, 5
${firstWeightsCode(graph, 7)}
print(json.dumps({name: layer.weights[0].ravel().tolist() for name, layer in model.layers.items()}))`;
  const found = printed(program) as Readonly<Record<string, readonly number[]>> | null;
  if (found === null && printed('import numpy\nprint(1)') === null) skip();
  const seen = { users: Uint8Array.of(1, 0, 0, 1), movies: Uint8Array.of(0, 0, 1, 0, 1) };
  const first = clearUnseenRows(graph, initialWeights(graph, 7), seen);
  const random = ['user_factors/embeddings', 'movie_factors/embeddings', 'dense_1/kernel', 'score/kernel'];
  expect(Object.keys(found ?? {})).toEqual(random.map((name) => name.split('/')[0]));
  for (const name of random) {
    const own = Float32Array.from(found?.[name.split('/')[0] as string] ?? []);
    expect(own).toHaveLength((first[name] as Float32Array).length);
    own.forEach((value, at) => {
      expect(value).toBeCloseTo(first[name]?.[at] as number, 7);
    });
  }
});
