import { expect, it } from 'vitest';
import type { Overrides } from '../../../../core/hyperparameters.ts';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { againstNeighbours } from './against-neighbours.ts';

const beside = (theirs: number, overrides: Overrides = {}, course = GOOD) =>
  againstNeighbours({ ...factsFor(course, overrides), neighbours: { own: 0.878, theirs, ratings: 10_000 } });

it('says where a baseline without training is as good or better, and proposes what goes further', () => {
  expect(beside(0.877)?.text).toBe('Item neighbours, which need no training, are as good: 0.877 stars against 0.878.');
  expect(beside(0.877)?.proposal?.label).toBe('Set the preset Best error');
  expect(beside(0.85)?.text).toContain('are better: 0.850 stars against 0.878');
  expect(beside(0.877, { listWeight: 0 })?.proposal).toBeUndefined();
});

it('is silent where the run is better, is no better than the biases or is item neighbours itself, and where they were not measured', () => {
  expect(beside(0.9)).toBeNull();
  expect(beside(0.877, {}, { train: [0.9], validation: [0.899] })).toBeNull();
  expect(beside(0.877, { model: 'neighbours' })).toBeNull();
  expect(againstNeighbours(factsFor(GOOD))).toBeNull();
});
