import { expect, test, vi } from 'vitest';
import type { DataSummary } from '../core/data-summary.ts';
import type { RunStart } from '../core/run-report.ts';
import { resolve } from '../core/settings/defaults.ts';
import { createNotebook } from '../state/notebook.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import type { Slice } from '../state/slice.ts';
import { unusable } from './embeddings/choices.ts';
import { CELLS } from './list.ts';
import { missingWords, otherChoices } from './recommend/beside/others.ts';
import { selectGroupProblem } from './recommend/group/select-group-problem.ts';
import { selectUserProblem } from './recommend/user-problem.ts';
import { selectSettings } from './sweep/selectors.ts';
import { topProblem } from './take-away/top.ts';

const URLS = { page: 'https://here.example/', bundled: 'https://here.example/data.zip' };
const DATA = { kind: 'bundled', name: 'Small', users: 9, firstUserId: 1, lastUserId: 9, ratings: 100_000 } as DataSummary;

/** The names that an address may have. */
const NAMES = (() => {
  const names: string[] = [];
  const listening = (slice: Slice): Slice => ({
    ...slice,
    create(kit) {
      const made = slice.create(kit);
      names.push(...(made.address?.names ?? []));
      return made;
    },
  });
  open(CELLS.flatMap(({ slices }) => slices).map(listening));
  return names;
})();

function open(slices: readonly Slice[] = CELLS.flatMap((cell) => cell.slices)) {
  const answers: Readonly<Record<string, unknown>> = {
    'data/load': DATA,
    'data/keptData': { sets: [], room: null },
    'recommend/filterChoices': { genres: ['Drama'], years: null, hasTimes: false },
    'recommend/pickUser': 9,
  };
  return createNotebook({ call: async (name) => (answers[name] ?? {}) as never }, slices, URLS);
}

/** What the cells say of an address beside the problems that it is told to have. */
function saidByCells(state: NotebookState): readonly string[] {
  const inUse = { runId: 'one', configuration: resolve({}), data: DATA } as RunStart;
  const { beside, runs, embeddings, takeAway } = state;
  const isOther = beside.other === '' || otherChoices(runs, inUse).some(({ value }) => value === beside.other);
  return [
    selectUserProblem(state)?.message,
    selectGroupProblem(state)?.message,
    isOther ? null : missingWords(beside.other),
    unusable(embeddings),
    topProblem(takeAway.top),
    selectSettings(state).isUnreadable ? 'The address describes a sweep that cannot be read.' : null,
  ].filter((message) => message != null);
}

/** Opens an address; what it returns tells what is said of it by now. */
async function visit(hash: string): Promise<() => readonly string[]> {
  const { open: take, actions, store } = open();
  take(hash);
  await actions.start();
  return () => {
    const state = store.getState();
    return [...state.addressProblems.map(({ message }) => message), ...saidByCells(state)];
  };
}

/** What knows the rest is fetched. */
const WAIT = { timeout: 20_000 };

/** Any text may be the id of a movie: whether one has it the worker says (embeddings/lab/similar.test.ts). */
const ANYTHING = ['movie'];
/** Any other text is a list of titles. */
const WRONG: Readonly<Record<string, string>> = { titles: '+' };

test.each(NAMES.filter((name) => !ANYTHING.includes(name)))('a wrong value of “%s” is told in one sentence', async (name) => {
  const said = await visit(`#${name}=${WRONG[name] ?? 'Nope!'}`);
  await vi.waitFor(() => expect(said()).toEqual([expect.stringMatching(/^(The address .*|“Nope!” .*)\.$/)]), WAIT);
});

test.each(['users=15', 'users=2,99', 'place=10', 'takeTop=0', 'takeTop=101', 'genre=drama'])(
  '“%s”, which only the data or a range tells to be wrong, is told as well',
  async (hash) => {
    const said = await visit(`#${hash}`);
    await vi.waitFor(() => expect(said()).toHaveLength(1), WAIT);
  },
);

test('an address that can be used is not told of', async () => {
  const hash = '#users=2,9&takeTop=100&genre=Drama&beside=ease&place=9&embeddings=map&map=umap&mapColour=year&top=20&pace=epoch';
  const said = await visit(hash);
  for (let round = 0; round < 3; round++) {
    await vi.dynamicImportSettled();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(said()).toEqual([]);
});

test('who chooses a list or users knows better than the address', async () => {
  const { open: take, actions, store } = open();
  take('#together=Nope!');
  expect(store.getState().addressProblems).toHaveLength(1);
  actions.chooseGroup({ together: 'least' });
  expect(store.getState().addressProblems).toEqual([]);
  take('#together=Nope!');
  actions.chooseList({ top: '20' });
  expect(store.getState().addressProblems).toEqual([]);
});
