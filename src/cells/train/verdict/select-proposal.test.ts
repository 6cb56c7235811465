import { expect, it } from 'vitest';
import type { DataSummary } from '../../../core/data-summary.ts';
import type { Evaluation } from '../../../core/evaluate/evaluation.ts';
import type { SettingName } from '../../../core/hyperparameters.ts';
import type { EpochReport, RunStart } from '../../../core/run-report.ts';
import { selectConfiguration } from '../../../state/selectors.ts';
import { openNotebook } from '../../notebook.fixture.ts';
import { isTaken, selectProposal } from './select-proposal.ts';
import { selectVerdict } from './select-verdict.ts';

const DATA = { name: 'Small', sha256: 'abc', ratings: 100_000 } as DataSummary;

/** A notebook with a run behind it that had too few epochs. */
function afterShortRun() {
  const { store, actions } = openNotebook({});
  actions.set('epochs', 2);
  store.setState(({ data }) => ({ data: { ...data, summary: DATA } }));
  const configuration = selectConfiguration(store.getState());
  const levels = {
    baselines: { globalMean: 1.05, biases: 0.9 },
    popularAuc: null,
    trainRatings: 90_000,
    validationRatings: 10_000,
  };
  const start = { runId: 'one', configuration, data: DATA, ...levels } as RunStart;
  const epochs = [0.96, 0.92].map((error, at) => ({ epoch: at + 1, trainError: error, validationError: error }) as EpochReport);
  store.setState(({ training }) => ({ training: { ...training, run: { phase: 'done' }, start, epochs } }));
  return { state: store.getState, store, actions };
}

it('is there after a run, and stays while the controls stand as it proposes', () => {
  const { state, actions } = afterShortRun();
  const proposal = selectProposal(state());
  expect(proposal).toEqual({ label: 'Set epochs to 8', settings: { epochs: 8 } });
  if (proposal === null) return;
  expect(isTaken(proposal, state())).toBe(false);
  actions.set('epochs', 8);
  expect(selectProposal(state())).toBe(proposal);
  expect(isTaken(proposal, state())).toBe(true);
});

it('is gone once something else was changed or other data is there, while the verdict of the run stays', () => {
  const { state, store, actions } = afterShortRun();
  actions.set('l2', 0.5);
  expect(selectProposal(state())).toBeNull();
  actions.reset('training');
  actions.set('epochs', 2);
  expect(selectProposal(state())).not.toBeNull();
  store.setState(({ data }) => ({ data: { ...data, summary: { ...DATA, name: 'Other', sha256: 'def' } } }));
  expect(selectProposal(state())).toBeNull();
  expect(selectVerdict(state())).toHaveLength(2);
});

it('says nothing while a run goes', () => {
  const { state, store } = afterShortRun();
  store.setState(({ training }) => ({ training: { ...training, run: { phase: 'running' } } }));
  expect(selectVerdict(state())).toEqual([]);
});

it('stays through a change of the aim, which changes where other settings start', () => {
  const { state, store, actions } = afterShortRun();
  actions.reset('training');
  actions.set('listWeight', 0);
  const configuration = selectConfiguration(state());
  const lists = {
    own: { model: 'dot', isOrdered: true, lists: { ndcg: { value: 0.05 } } },
    ahead: { value: -0.1, low: -0.2, high: -0.1 },
  };
  const popular = { model: 'popular', problem: null, lists: { ndcg: { value: 0.15 } } };
  store.setState(({ training, evaluate }) => {
    const start = { ...(training.start as RunStart), configuration };
    const epochs = [{ epoch: 1, trainError: 0.8, validationError: 0.87 } as EpochReport];
    const evaluation = { ...lists, baselines: [popular] } as unknown as Evaluation;
    return { training: { ...training, start, epochs }, evaluate: { ...evaluate, result: { evaluation, of: start } } };
  });
  const proposal = selectProposal(state());
  expect(proposal?.label).toBe('Aim at stars and list');
  for (const [name, value] of Object.entries(proposal?.settings ?? {})) actions.set(name as SettingName, value as never);
  expect(selectConfiguration(state()).learningRate).not.toBe(configuration.learningRate);
  expect(selectProposal(state())).toBe(proposal);
});
