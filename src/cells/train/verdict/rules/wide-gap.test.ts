import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { wideGap } from './wide-gap.ts';

const WIDE = { train: [0.8, 0.53], validation: [0.88, 0.877] };

it('says how far the errors on what was learned from and on what was not seen lie apart', () => {
  const finding = wideGap(factsFor(WIDE));
  expect(finding?.text).toBe('Some overfitting: its error is 0.530 on the training part and 0.877 on the validation part.');
  expect(finding?.proposal).toBeUndefined();
  expect(wideGap(factsFor(WIDE, { l2: 0 }))?.proposal?.label).toBe('Set L2 of the factors to 0.06');
});

it('is silent on the gap that every model has, and of scores', () => {
  expect(wideGap(factsFor(GOOD))).toBeNull();
  expect(wideGap(factsFor(WIDE, { loss: 'bpr' }))).toBeNull();
  expect(wideGap(factsFor({ train: [0.516], validation: [0.877] }, { model: 'neighbours' }))).toBeNull();
});
