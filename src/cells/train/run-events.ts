import type { RunEvent } from '../../core/run-report.ts';
import type { TrainingState } from './contract.ts';

/** What an event of the run changes in the state. Pure; arrays are replaced, never mutated. */
export function afterRunEvent(training: TrainingState, event: RunEvent): TrainingState {
  switch (event.kind) {
    case 'run-started':
      return { ...training, start: event.run, epochs: event.epochs };
    case 'run-progress':
      return { ...training, progress: event.progress };
    case 'epoch':
      return { ...training, epochs: [...training.epochs, event.epoch] };
    case 'engine-replaced':
      return replaceEngine(training, event);
    case 'run-not-kept':
      return { ...training, notKept: event.error };
    case 'weights-in-use':
      return { ...training, inUse: training.start };
  }
}

type Replaced = Extract<RunEvent, { kind: 'engine-replaced' }>;

function replaceEngine(training: TrainingState, { engine, epochsDone, because }: Replaced): TrainingState {
  const start = training.start && { ...training.start, engine };
  const inUse = training.inUse?.runId === start?.runId ? start : training.inUse;
  const notice = `${because} ${engine.label} continues ${epochsDone === 0 ? 'from the start' : `after epoch ${epochsDone}`}.`;
  return { ...training, start, inUse, notice, epochs: training.epochs.slice(0, epochsDone) };
}
