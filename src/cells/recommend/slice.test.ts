import { expect, test, vi } from 'vitest';
import type { DataSummary } from '../../core/data-summary.ts';
import type { RunStart } from '../../core/run-report.ts';
import { type LabCalls, openNotebook } from '../notebook.fixture.ts';

const DATA = { kind: 'bundled', name: 'MovieLens', ratings: 100_004, firstUserId: 1, lastUserId: 671 } as DataSummary;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** A notebook with a model in use. */
function open(hash: string) {
  const recommend = vi.fn<LabCalls['recommend/recommend']>(async () => ({}) as never);
  const notebook = openNotebook({ 'recommend/recommend': recommend });
  notebook.store.setState(({ training }) => ({ training: { ...training, inUse: { data: DATA } as RunStart } }));
  notebook.open(hash);
  return { ...notebook, asked: () => recommend.mock.lastCall?.[0] };
}

test('length and filters are taken from the address, asked for, and written back', async () => {
  const hash = '#user=15&top=20&discount=0.5&genre=Comedy&years=1990-1999&titles=Heat';
  const { address, asked } = open(hash);
  await vi.waitFor(() =>
    expect(asked()).toMatchObject({ userId: 15, count: 20, discount: 0.5, genre: 'Comedy', years: [1990, 1999], titles: 'Heat' }),
  );
  expect(new Set(address().slice(1).split('&'))).toEqual(new Set(hash.slice(1).split('&')));
});

test('what cannot be used is said, and the rest counts', async () => {
  const { address, store } = open('#user=15&top=0&genre=Comedy');
  await vi.waitFor(() => expect(store.getState().addressProblems).toMatchObject([{ group: 'recommend' }]));
  expect(address()).toBe('#user=15&genre=Comedy');
});

test('a genre that the data does not have is said once the data is there', async () => {
  const filterChoices = async () => ({ genres: ['Comedy'], years: null, hasTimes: false });
  const {
    store,
    address,
    open: openAddress,
  } = openNotebook({
    'recommend/recommend': async () => ({}) as never,
    'recommend/filterChoices': filterChoices,
  });
  openAddress('#user=15&genre=Nope&top=7');
  await settle();
  expect(store.getState().addressProblems).toEqual([]);
  store.setState(({ training }) => ({ training: { ...training, inUse: { data: DATA } as RunStart } }));
  await vi.waitFor(() =>
    expect(store.getState().addressProblems).toEqual([
      { group: 'recommend', message: expect.stringContaining('“Nope”, which is not a genre of the data') },
    ]),
  );
  expect(address()).toBe('#user=15&top=7');
  openAddress('#user=15&genre=Comedy');
  await settle();
  expect(address()).toBe('#user=15&genre=Comedy');
});

test('a choice asks anew; cleared filters leave the length, and can be had back', async () => {
  const { actions, address, asked } = open('#user=15');
  actions.chooseList({ top: '10', genre: 'War' });
  await vi.waitFor(() => expect(asked()).toMatchObject({ count: 10, genre: 'War' }));
  actions.clearListFilters();
  await vi.waitFor(() => expect(asked()).toEqual({ userId: 15, count: 10, minRatings: 10 }));
  expect(address()).toBe('#user=15&top=10');
  await actions.undo();
  expect(address()).toBe('#user=15&top=10&genre=War');
  actions.chooseList({ top: '', genre: '' });
  await settle();
  expect(asked()).toEqual({ userId: 15, count: 5, minRatings: 10 });
});

test('a long list of titles is not in the address', () => {
  const { actions, address, store } = open('#user=15');
  actions.chooseList({ titles: 'A long title\n'.repeat(100) });
  expect(address()).toBe('#user=15');
  expect(store.getState().recommend.choices.titles).toHaveLength(1300);
});
