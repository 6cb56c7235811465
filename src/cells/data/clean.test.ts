import { expect, test, vi } from 'vitest';
import { aimOf, settingsOfAim } from '../../core/aim.ts';
import { UNCLEANED } from '../../core/clean/cleaning.ts';
import type { DataSource } from '../../core/data-source.ts';
import type { DataSummary } from '../../core/data-summary.ts';
import { LabError } from '../../core/errors.ts';
import { type Configuration, SETTING_NAMES, type SettingName } from '../../core/hyperparameters.ts';
import { selectConfiguration, selectDataSize, selectDefaults } from '../../state/selectors.ts';
import { type LabCalls, openNotebook, URLS } from '../notebook.fixture.ts';

const BUNDLED = { kind: 'bundled', url: URLS.bundled };
const CORE = { ...UNCLEANED, perUser: 5 };

function summaryOf({ cleaning }: DataSource): DataSummary {
  return { name: 'Some', ratings: 9, firstUserId: 1, sha256: 'a', ...(cleaning && { cleaning }) } as DataSummary;
}

function create(load: (source: DataSource) => Promise<DataSummary> = async (source) => summaryOf(source), hash = '') {
  const calls = vi.fn<LabCalls['data/load']>(async ({ source }) => await load(source));
  const notebook = openNotebook({
    'data/load': calls,
    'data/keptData': async () => ({ sets: [], room: null }),
    'data/keepData': async () => ({ sets: [], room: null }),
    'split/report': async () => ({}) as never,
    'explore/view': async () => ({}) as never,
  });
  notebook.open(hash);
  return { ...notebook, state: notebook.store.getState, loads: () => calls.mock.calls.map(([{ source }]) => source) };
}

test('the address says which ratings count before there are any', async () => {
  const { actions, loads, address } = create(undefined, '#perUser=5&notRated=none');
  await actions.start();
  expect(loads()).toEqual([{ ...BUNDLED, cleaning: { ...CORE, notRated: [] } }]);
  expect(address()).toBe('#notRated=none&perUser=5&user=1');
});

test('other settings read what is loaded anew; the file and what was answered about it stay', async () => {
  const { actions, loads, address, state } = create();
  await actions.start();
  const file = new File(['x'], 'a.csv');
  await actions.load(file);
  await actions.answer({ mapping: { user: 0, item: 1 } });
  await actions.clean({ perUser: 5 });
  expect(loads().at(-1)).toEqual({ kind: 'file', file, mapping: { user: 0, item: 1 }, cleaning: CORE });
  expect(address()).toBe('#data=file&perUser=5&user=1');
  await actions.load('bundled');
  expect(loads().at(-1)).toEqual({ ...BUNDLED, cleaning: CORE });
  await actions.clean(UNCLEANED);
  expect(loads().at(-1)).toEqual(BUNDLED);
  expect(state().data.summary).not.toHaveProperty('cleaning');
});

test('an address that is changed by hand is followed, also where it names the same data', async () => {
  const { actions, loads, open } = create();
  await actions.start();
  open('#perUser=5');
  expect(loads().at(-1)).toEqual({ ...BUNDLED, cleaning: CORE });
  open('#perUser=5&epochs=3');
  expect(loads()).toHaveLength(2);
});

test('what leaves nothing fails beside what is loaded; a load that is cancelled leaves the settings of what is there', async () => {
  const error = new LabError('data-filtered', 'Nothing.', 'Let more count.');
  const { actions, state } = create(async (source) => {
    if ((source.cleaning?.perUser ?? 1) > 5) throw error;
    if (source.cleaning?.least === 2) throw new LabError('cancelled', 'It was.', 'Again.');
    return summaryOf(source);
  });
  await actions.start();
  await actions.clean({ perUser: 5 });
  await actions.clean({ perUser: 50 });
  expect(state().data).toMatchObject({ run: { phase: 'failed', error: { code: 'data-filtered' } }, summary: { cleaning: CORE } });
  await actions.clean({ perUser: 5, least: 2 });
  expect(state().data.cleaning).toEqual(CORE);
});

test('on counts the aim starts at List, whichever is chosen stays, and going back to it leaves no trace', async () => {
  const { actions, state, address } = create(async (source) => ({ ...summaryOf(source), feedback: 'counts' }));
  await actions.start();
  const aim = () => aimOf(selectConfiguration(state()));
  const choose = (wanted: 'stars' | 'both' | 'list'): void => {
    for (const [name, value] of Object.entries(settingsOfAim(wanted, state().overrides, selectDataSize(state()))))
      actions.set(name as SettingName, value as never);
  };
  expect(aim()).toBe('list');
  const start: Configuration = selectDefaults(state());
  for (const name of SETTING_NAMES) expect([name, selectConfiguration(state())[name]]).toEqual([name, start[name]]);
  for (const model of ['dot', 'mlp', 'hybrid'] as const) {
    actions.set('model', model);
    for (const wanted of ['stars', 'list', 'both', 'stars', 'both', 'list'] as const) {
      choose(wanted);
      expect(aim()).toBe(wanted);
      const again = create(async (source) => ({ ...summaryOf(source), feedback: 'counts' }), address());
      await again.actions.start();
      expect(selectConfiguration(again.state())).toEqual(selectConfiguration(state()));
    }
    actions.reset('model');
    expect(aim()).toBe('list');
  }
});
