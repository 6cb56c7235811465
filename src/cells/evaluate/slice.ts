import { READY } from '../../core/cell-machine.ts';
import { clip } from '../../state/address/clip.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { defineSlice } from '../../state/slice.ts';
import type { EvaluateCalls, EvaluateState, EvaluationProgress } from './contract.ts';
import { PLACES } from './places.ts';

const INITIAL: EvaluateState = {
  run: READY,
  k: PLACES.initial,
  threshold: null,
  part: 'validation',
  progress: null,
  result: null,
  tested: [],
};

export const evaluateSlice = defineSlice({ evaluate: INITIAL }, ({ getState, setState, run, calls, actions }) => {
  const { evaluate } = calls<EvaluateCalls>('evaluate');
  let measuring = new AbortController();

  const change = (part: Partial<EvaluateState>): void => setState((state) => ({ evaluate: { ...state.evaluate, ...part } }));

  return {
    actions: {
      setEvaluation(part) {
        change(part);
        actions.dismissAddressProblems('evaluate');
      },
      async evaluate() {
        const state = getState();
        const of = state.training.inUse;
        if (of === null) return;
        const { k, threshold, part } = state.evaluate;
        const { minRatings } = selectConfiguration(state);
        measuring = new AbortController();
        const { signal } = measuring;
        const onProgress = (progress: EvaluationProgress): void =>
          change({ progress, ...(progress.soFar && { result: { evaluation: progress.soFar, of } }) });
        change({ progress: null });
        await run('evaluate', async () => {
          const evaluation = await evaluate({ k, threshold, part, minRatings }, { signal, onProgress });
          const { tested } = getState().evaluate;
          change({ result: { evaluation, of }, progress: null, ...(part === 'test' && { tested: [...tested, of.runId] }) });
          if (part === 'test') await actions.noteTestedLists(of.runId);
        });
      },
      stopEvaluating: () => measuring.abort(),
    },
    address: {
      names: ['evaluateAt', 'relevantFrom'],
      open(entries) {
        const [k, from] = [entries.get('evaluateAt'), entries.get('relevantFrom')];
        const places = k === undefined ? PLACES.initial : Number(k);
        const threshold = from === undefined ? null : Number(from);
        const isK = Number.isInteger(places) && places >= PLACES.min && places <= PLACES.max;
        const isFrom = from === undefined || (from.trim() !== '' && Number.isFinite(threshold));
        change({ k: isK ? places : PLACES.initial, threshold: isFrom ? threshold : null });
        return [
          ...(isK
            ? []
            : [
                problem(
                  `The address sets the list length to “${clip(k ?? '')}”, which is not a whole number from ${PLACES.min} to ${PLACES.max}; ${PLACES.initial} is used.`,
                ),
              ]),
          ...(isFrom
            ? []
            : [
                problem(
                  `The address has “${clip(from)}” as the rating from which a movie is relevant, which is not a number; the default is used.`,
                ),
              ]),
        ];
      },
      write: ({ evaluate: { k, threshold } }) => ({
        ...(k !== PLACES.initial && { evaluateAt: String(k) }),
        ...(threshold !== null && { relevantFrom: String(threshold) }),
      }),
    },
  };
});

const problem = (message: string) => ({ group: 'evaluate', message });
