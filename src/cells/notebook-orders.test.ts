import { expect, test } from 'vitest';
import { resolve } from '../core/settings/defaults.ts';
import type { Trainer } from '../engines/trainer.ts';
import { createEpochs } from '../training/epochs.ts';
import { PAGE_RANDOM, pageRandom } from './take-away/notebook/page-random.ts';
import { printed } from './take-away/notebook/printed.fixture.ts';
import { trainingCode } from './train/code.ts';

test('where there is Python with NumPy, ratings and users come in the page’s order, epoch by epoch', ({ skip }) => {
  const orders: (readonly number[])[] = [];
  const trainer = {
    beginEpoch: (order: Int32Array, _: unknown, users?: Int32Array) => orders.push([...order], [...(users ?? [])]),
  } as unknown as Trainer;
  const epochs = createEpochs({ count: 20, groupSize: 1, seed: 3, listUsers: Int32Array.of(1, 2, 5, 8, 9) }, 0);
  for (let epoch = 1; epoch <= 2; epoch++) epochs.begin(trainer);
  const configuration = resolve({ listWeight: 1, batchSize: 8, seed: 3 });
  const batches = trainingCode(configuration, undefined, pageRandom).match(/class Batches[\s\S]*?(?=\n {4}def __getitem__)/)?.[0];
  const program = `${PAGE_RANDOM}
class keras:
    class utils:
        PyDataset = object
${batches}
batches = Batches(np.arange(20), np.array([1, 2, 5, 8, 9]))
orders = []
for epoch in range(2):
    batches.shuffle()
    orders += [batches.part.tolist(), batches.users.tolist()]
print(orders)`;
  const found = printed(program);
  if (found === null && printed('import numpy\nprint(1)') === null) skip();
  expect(found).toEqual(orders);
});
