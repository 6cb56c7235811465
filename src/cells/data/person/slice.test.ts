import { expect, test, vi } from 'vitest';
import type { DataSummary } from '../../../core/data-summary.ts';
import { LabError } from '../../../core/errors.ts';
import type { RunStart } from '../../../core/run-report.ts';
import { type LabCalls, openNotebook } from '../../notebook.fixture.ts';
import type { Person } from './contract.ts';

const SMALL = { kind: 'bundled', name: 'Small', ratings: 5, firstUserId: 1, lastUserId: 671, sha256: 'abc' } as DataSummary;
const ADDED = { userId: 672, file: 'ratings.csv', service: 'Letterboxd', ratings: 2, fingerprint: 9 } as const;
const MORE: DataSummary = { ...SMALL, name: 'Small with user 672', ratings: 7, lastUserId: 672, added: [ADDED] };
const MINE = new File(['Name,Year,Letterboxd URI,Rating\n'], 'ratings.csv');
const PERSON: Person = { file: MINE, picks: { 1: 3 } };
const QUESTION = { file: 'ratings.csv', service: 'Letterboxd', items: 'films' } as const;

async function open(calls: Partial<LabCalls> = {}) {
  const load = vi.fn<LabCalls['data/load']>(async ({ source }) => {
    if (source.kind === 'bundled') return SMALL;
    throw new LabError('data-one-person', 'One person.', 'Add them.', { person: QUESTION });
  });
  const add = vi.fn<LabCalls['data/person/add']>(async () => MORE);
  const notebook = openNotebook({
    'data/load': load,
    'data/keptData': async () => ({ sets: [], room: null }),
    'data/person/add': add,
    'data/person/remove': async () => SMALL,
    'split/report': async () => ({}) as never,
    'explore/view': async () => ({}) as never,
    'recommend/recommend': async () => ({}) as never,
    ...calls,
  });
  await notebook.actions.start();
  return { ...notebook, load, add, state: notebook.store.getState };
}

test('the data is that with the user; the question is answered, and what was loaded is the choice again', async () => {
  const { actions, state } = await open();
  await actions.load(MINE);
  expect(state().data).toMatchObject({ run: { phase: 'failed', error: { person: QUESTION } }, wanted: MINE, summary: SMALL });
  await actions.addPeople([PERSON]);
  expect(state().data).toMatchObject({ run: { phase: 'done' }, wanted: 'bundled', source: 'bundled', summary: MORE });
  expect(state().person.people).toEqual([PERSON]);
});

test('the question may be left', async () => {
  const { actions, state } = await open();
  await actions.load(MINE);
  actions.leaveQuestion();
  expect(state().data).toMatchObject({ run: { phase: 'done' }, wanted: 'bundled', summary: SMALL });
});

test('removing goes back; so does loading anew', async () => {
  const { actions, state } = await open();
  await actions.addPeople([PERSON]);
  await actions.removePerson();
  expect(state()).toMatchObject({ data: { summary: SMALL }, person: { people: [] } });
  await actions.addPeople([PERSON]);
  await actions.load('bundled');
  expect(state()).toMatchObject({ data: { summary: SMALL }, person: { people: [] } });
});

test('who was removed is added again by undoing that, to the data that they were taken from alone', async () => {
  const { actions, state, add, load } = await open();
  await actions.addPeople([PERSON]);
  await actions.removePerson();
  await actions.undo();
  expect(add).toHaveBeenCalledTimes(2);
  expect(state()).toMatchObject({ data: { summary: MORE }, person: { people: [PERSON] } });
  await actions.redo();
  expect(state()).toMatchObject({ data: { summary: SMALL }, person: { people: [] } });
  load.mockResolvedValueOnce({ ...SMALL, name: 'Other', sha256: 'def' });
  await actions.load('synthetic-1m');
  await actions.undo();
  expect(add).toHaveBeenCalledTimes(2);
  expect(state().undone.past).toEqual([]);
});

test('what is refused changes nothing', async () => {
  const refuse = async () => {
    throw new LabError('busy', 'A run is going.', 'Stop it.');
  };
  const { actions, state } = await open({ 'data/person/add': refuse });
  await actions.load(MINE);
  await expect(actions.addPeople([PERSON])).rejects.toMatchObject({ code: 'busy' });
  expect(state()).toMatchObject({ data: { run: { phase: 'failed' }, summary: SMALL }, person: { people: [] } });
});

test('after the lab was started anew the user is added again', async () => {
  const { actions, state, load, add } = await open();
  await actions.addPeople([PERSON]);
  expect(await actions.bringBackData({ code: 'crashed', message: 'It stopped.', remedy: '' })).toBe(true);
  expect(load).toHaveBeenCalledTimes(2);
  expect(add.mock.calls).toEqual([[PERSON], [PERSON]]);
  expect(state()).toMatchObject({ data: { summary: MORE }, person: { people: [PERSON] } });
});

test('Recommend turns to the user once the weights know them, and the address leaves them out', async () => {
  const { actions, state, store, address } = await open();
  store.setState(({ training }) => ({ training: { ...training, inUse: { data: SMALL } as RunStart } }));
  await actions.recommend('15');
  await actions.addPeople([PERSON]);
  expect(state().recommend.userText).toBe('15');
  store.setState(({ training }) => ({ training: { ...training, inUse: { data: MORE } as RunStart } }));
  expect(state().recommend.userText).toBe('672');
  expect(address()).not.toContain('user=');
});
