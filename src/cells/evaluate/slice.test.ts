import { describe, expect, test, vi } from 'vitest';
import { LabError } from '../../core/errors.ts';
import type { Evaluation } from '../../core/evaluate/evaluation.ts';
import type { RunStart } from '../../core/run-report.ts';
import { type LabCalls, openNotebook } from '../notebook.fixture.ts';
import { selectHindrance, selectStaleEvaluation } from './selectors.ts';

const SCALE = { min: 0.5, max: 5, step: 0.5 };
const RUN = {
  runId: 'one',
  number: 1,
  configuration: { model: 'dot' },
  data: { scale: SCALE },
  testRatings: 9,
} as unknown as RunStart;
const EVALUATION = { k: 10, threshold: 4, part: 'validation', minRatings: 10 } as Evaluation;

function create(
  answer: LabCalls['evaluate/evaluate'] = async (request) => ({ ...EVALUATION, part: request.part, k: request.k, runId: 'one' }),
) {
  const evaluate = vi.fn(answer);
  const notebook = openNotebook({ 'evaluate/evaluate': evaluate });
  const { store } = notebook;
  store.setState(({ training }) => ({ training: { ...training, inUse: RUN } }));
  return { ...notebook, evaluate, state: store.getState };
}

describe('an evaluation', () => {
  test('asks with what is set, and keeps the figures with their run', async () => {
    const { actions, evaluate, state } = create();
    actions.setEvaluation({ k: 20 });
    await actions.evaluate();
    expect(evaluate).toHaveBeenCalledWith({ k: 20, threshold: null, part: 'validation', minRatings: 10 });
    expect(state().evaluate).toMatchObject({
      run: { phase: 'done' },
      result: { of: RUN, evaluation: { k: 20 } },
      progress: null,
    });
  });

  test('shows what is measured so far, and keeps it where it is cancelled', async () => {
    const { actions, optionsOf, state } = create(async () => {
      optionsOf('evaluate/evaluate').onProgress?.({ doing: 'Bias only', share: 0.5, soFar: EVALUATION } as never);
      throw new LabError('cancelled', 'Enough.', 'Go on.');
    });
    await actions.evaluate();
    expect(state().evaluate).toMatchObject({ run: { phase: 'ready' }, result: { evaluation: EVALUATION } });
  });

  test('cannot begin without a model, nor on the test part twice', async () => {
    const { actions, state, store } = create();
    expect(selectHindrance(state())).toBeNull();
    actions.setEvaluation({ part: 'test' });
    await actions.evaluate();
    expect(selectHindrance(state())).toMatch(/^The test part of this run was already measured/);
    store.setState(({ training }) => ({ training: { ...training, inUse: { ...RUN, runId: 'two', testRatings: 0 } } }));
    expect(selectHindrance(state())).toMatch(/^This run has no test part/);
    store.setState(({ training }) => ({ training: { ...training, inUse: { ...RUN, validationRatings: 0 } } }));
    expect(selectHindrance(state())).toMatch(/^This run was trained on all ratings/);
    store.setState(({ training }) => ({ training: { ...training, inUse: null } }));
    expect(selectHindrance(state())).toBe('Available once a model is trained.');
  });

  test('is stale with other settings, and with another run', async () => {
    const { actions, state, store } = create();
    await actions.evaluate();
    expect(selectStaleEvaluation(state())).toBeNull();
    actions.setEvaluation({ k: 5 });
    expect(selectStaleEvaluation(state())).toBe('Measured with k = 10; it is now 5.');
    actions.setEvaluation({ k: 10, threshold: 3 });
    expect(selectStaleEvaluation(state())).toContain('from 4 as relevant');
    actions.setEvaluation({ threshold: null, part: 'test' });
    expect(selectStaleEvaluation(state())).toContain('validation part');
    store.setState(({ training }) => ({ training: { ...training, inUse: { ...RUN, runId: 'two', number: 2 } } }));
    expect(selectStaleEvaluation(state())).toContain('run 2 is in use now');
  });
});
