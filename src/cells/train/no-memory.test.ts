import { expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import type { RunEvent } from '../../core/run-report.ts';
import { DEFAULTS } from '../../core/settings/tuned.ts';
import type { ChosenEngine } from '../../engines/engine.ts';
import { createReferenceTrainer } from '../../engines/reference/trainer.ts';
import type { TrainerOptions } from '../../engines/trainer.ts';
import { openTestLab } from '../lab.fixture.ts';

const CONFIGURATION = { ...DEFAULTS.dot, epochs: 2, userFactors: 2, movieFactors: 2, batchSize: 32 };
const TOO_MANY = 100;

/** An engine with room for a few factors alone. */
const small: ChosenEngine = {
  engine: {
    name: 'simd',
    label: 'simd',
    lost: new AbortController().signal,
    tensors: () => 0,
    async create(options: TrainerOptions) {
      const [table] = options.graph.nodes.flatMap((node) => (node.kind === 'embedding' ? [node.width] : []));
      if (table === TOO_MANY) throw new LabError('no-memory', 'The model needs 5000 MiB.', 'Choose a smaller embedding size.');
      return createReferenceTrainer(options);
    },
  },
  reason: 'test',
  checks: [],
};

test('a run for which there is no memory ends before it begins, and the model in use stays', async () => {
  const events: RunEvent[] = [];
  const lab = openTestLab((event) => events.push(event), {
    choose: async () => small,
  });
  await lab.load({ source: { kind: 'bundled', url: 'data.zip' } });
  await lab.train({ configuration: CONFIGURATION });
  const before = await lab.recommend({ userId: 1, count: 5, minRatings: 1 });
  const told = events.length;

  const large = { ...CONFIGURATION, userFactors: TOO_MANY, movieFactors: TOO_MANY };
  await expect(lab.train({ configuration: large })).rejects.toMatchObject({
    code: 'no-memory',
    message: 'The model needs 5000 MiB.',
    remedy: 'Choose a smaller embedding size.',
  });
  expect(events).toHaveLength(told);
  const after = await lab.recommend({ userId: 1, count: 5, minRatings: 1 });
  expect({ ...after, milliseconds: 0 }).toEqual({ ...before, milliseconds: 0 });
  expect(await lab.train({ configuration: CONFIGURATION })).toMatchObject({ outcome: 'done' });
});
