import { describe, expect, test, vi } from 'vitest';
import type { DataSummary } from '../core/data-summary.ts';
import type { RunStart } from '../core/run-report.ts';
import { type LabCalls, openNotebook } from './notebook.fixture.ts';

const CUSTOMERS = ['zoe@shop.example', 'anna@shop.example', 'bob@shop.example'];
const OWN = {
  kind: 'file',
  name: 'sales.csv',
  file: 'sales.csv',
  release: null,
  ratings: 9,
  firstUserId: CUSTOMERS[0],
  lastUserId: CUSTOMERS[2],
} as DataSummary;
const FILE = new File(['x'], 'sales.csv');

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A notebook over data of this summary, whose users are the customers. */
function open(summary: DataSummary, hash = '') {
  const notebook = openNotebook({
    'data/load': async () => summary,
    'data/keptData': async () => ({ sets: [], room: null }),
    'explore/view': async () => ({}) as never,
    'split/report': async () => ({}) as never,
    'recommend/placeOf': async ({ userId }) => CUSTOMERS.indexOf(String(userId)) + 1 || null,
    'recommend/pickUser': vi.fn<LabCalls['recommend/pickUser']>(async (request) =>
      request.kind === 'at' ? (CUSTOMERS[request.place - 1] as string) : (CUSTOMERS[1] as string),
    ),
    'recommend/recommend': async () => ({}) as never,
  });
  notebook.open(hash);
  return { ...notebook, userText: () => notebook.store.getState().recommend.userText };
}

describe('users of data that is nobody’s release', () => {
  test('are in the address by their place, never by their id', async () => {
    const { actions, address } = open(OWN);
    await actions.load(FILE);
    await settle();
    expect(address()).toBe('#data=file&place=1');
    await actions.recommend('bob@shop.example');
    expect(address()).not.toContain('shop');
    await settle();
    expect(address()).toBe('#data=file&place=3');
    await actions.recommend('bob@shop.example');
    expect(address()).toBe('#data=file&place=3');
    await actions.pickUser('random');
    await settle();
    expect(address()).toBe('#data=file&place=2');
  });

  test('are in it not at all where nobody has the id that is typed', async () => {
    const { actions, address } = open(OWN);
    await actions.load(FILE);
    await actions.recommend('carl@shop.example');
    await settle();
    expect(address()).toBe('#data=file');
  });

  test('are known by place while a model of theirs is in use, whatever is loaded by then', async () => {
    const { actions, address, store } = open({ ...OWN, kind: 'bundled' });
    await actions.load('bundled');
    store.setState(({ training }) => ({ training: { ...training, inUse: { data: OWN } as RunStart } }));
    await actions.recommend('anna@shop.example');
    await settle();
    expect(address()).toBe('#place=2');
  });

  test('are found by the place that an address says, which stays while they are on their way', async () => {
    const { actions, address, userText } = open(OWN, '#place=2');
    expect(address()).toBe('#place=2');
    await actions.load(FILE);
    await settle();
    expect(userText()).toBe('anna@shop.example');
  });

  test('are found by id where an address of the old form has it, which is then written anew', async () => {
    const { actions, address, userText } = open(OWN, '#user=anna%40shop.example');
    await actions.load(FILE);
    await settle();
    expect(userText()).toBe('anna@shop.example');
    expect(address()).toBe('#data=file&place=2');
  });
});

test('users of a release, and of ratings that were made up, are in the address by their id', async () => {
  for (const known of [{ kind: 'bundled' }, { kind: 'synthetic' }, { kind: 'url', release: 'ml-1m' }] as const) {
    const { actions, address } = open({ ...OWN, firstUserId: 1, lastUserId: 9, ...known });
    await actions.load('synthetic-1m');
    await actions.recommend('7');
    expect(address()).toContain('user=7');
  }
});

test.each(['0', '-1', '1.5', 'x', '9'.repeat(20)])('a place that is none, “%s”, is said to be', (place) => {
  const { store } = open(OWN, `#place=${place}`);
  expect(store.getState().addressProblems).toMatchObject([{ group: 'recommend', message: expect.stringContaining('place') }]);
});
