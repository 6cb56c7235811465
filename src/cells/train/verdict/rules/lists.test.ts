import { expect, it } from 'vitest';
import { factsFor, GOOD } from '../facts.fixture.ts';
import { lists } from './lists.ts';

const known = (stand: 'better' | 'worse' | 'alike') => ({ lists: { ndcg: 0.045, popular: 0.146, stand } });

it('says where lists are worse than the most popular movies; of stars alone it proposes to aim at both', () => {
  const finding = lists(factsFor(GOOD, { listWeight: 0 }, known('worse')));
  expect(finding?.text).toBe('Its lists are worse than the most popular movies (NDCG@10 0.045 against 0.146).');
  expect(finding?.proposal).toMatchObject({ label: 'Aim at stars and list', settings: { listWeight: 0.8, loss: 'squared' } });
});

it('proposes nothing where the list is learned already, or the engine learns none', () => {
  expect(lists(factsFor(GOOD, {}, known('worse')))?.proposal).toBeUndefined();
  expect(lists(factsFor(GOOD, { engine: 'webgl' }, known('worse')))?.proposal).toBeUndefined();
});

it('of what only ranks it is the verdict itself; of stars nothing is said where all is well, or not known', () => {
  expect(lists(factsFor(GOOD, { loss: 'implicit' }, known('better')))?.text).toContain('Its lists are better');
  expect(lists(factsFor(GOOD, { loss: 'implicit' }, known('alike')))?.text).toContain('neither better nor worse');
  expect(lists(factsFor(GOOD, {}, known('better')))).toBeNull();
  expect(lists(factsFor(GOOD))).toBeNull();
});
