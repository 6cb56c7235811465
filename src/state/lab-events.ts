import type { LabEvent } from '../lab/protocol.ts';
import type { NotebookState } from './notebook-state.ts';

/** What an event of the lab changes in the state. Pure; arrays are replaced, never mutated. */
export function labEvent(state: NotebookState, event: LabEvent): Partial<NotebookState> {
  const { data, training } = state;
  switch (event.kind) {
    case 'load-progress':
      return { data: { ...data, progress: event.progress } };
    case 'run-started':
      return { training: { ...training, start: event.run, epochs: event.epochs } };
    case 'rate-trial':
      return { rateFinder: { ...state.rateFinder, trials: [...state.rateFinder.trials, event.trial] } };
    case 'run-progress':
      return { training: { ...training, progress: event.progress } };
    case 'epoch':
      return { training: { ...training, epochs: [...training.epochs, event.epoch] } };
    case 'engine-replaced':
      return replaceEngine(state, event);
    case 'engine-check':
      return { engines: { ...state.engines, checks: [...state.engines.checks, event.check] } };
    case 'run-not-kept':
      return { training: { ...training, notKept: event.error } };
    case 'weights-in-use':
      return { training: { ...training, inUse: training.start } };
  }
}

type Replaced = Extract<LabEvent, { kind: 'engine-replaced' }>;

function replaceEngine({ training }: NotebookState, { engine, epochsDone, because }: Replaced): Partial<NotebookState> {
  const start = training.start && { ...training.start, engine };
  const inUse = training.inUse?.runId === start?.runId ? start : training.inUse;
  const notice = `${because} ${engine.label} goes on from ${epochsDone === 0 ? 'the start' : `the end of epoch ${epochsDone}`}.`;
  return { training: { ...training, start, inUse, notice, epochs: training.epochs.slice(0, epochsDone) } };
}
