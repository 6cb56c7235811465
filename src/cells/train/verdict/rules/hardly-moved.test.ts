import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { hardlyMoved } from './hardly-moved.ts';

const STILL = { train: [1.05, 1.04], validation: [1.04, 1.03] };

it('says that the error stayed near that of the mean, after how many steps, and proposes larger or more', () => {
  const finding = hardlyMoved(factsFor(STILL, { learningRate: 1e-5 }));
  expect(finding?.text).toBe('It hardly learned: after 176 steps the training error is 1.040, near the 1.050 of the mean.');
  expect(finding?.proposal?.label).toBe('Set learning rate to 0.01');
  expect(hardlyMoved(factsFor(STILL, { batchSize: 16 }))?.text).toContain('after 11,250 steps');
  expect(hardlyMoved(factsFor(STILL, { optimizer: 'gibbs' }))?.text).toContain('after 2 epochs');
  expect(hardlyMoved(factsFor(STILL, { epochs: 2 }))?.proposal?.label).toBe('Set epochs to 8');
});

it('is silent where something was learned, even if by heart, and of what has no steps', () => {
  expect(hardlyMoved(factsFor(GOOD))).toBeNull();
  expect(hardlyMoved(factsFor({ train: [0.9, 0.5], validation: [1.1, 1.2] }))).toBeNull();
  expect(hardlyMoved(factsFor(STILL, { model: 'mean' }))).toBeNull();
});
