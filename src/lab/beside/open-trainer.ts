import { startOneThread } from '../../engines/one-thread.ts';
import { createBesideTrainer } from './beside-trainer.ts';
import type { TrainerAnswer, TrainerTask } from './messages.ts';

/** Trains on one thread what it is told by a port. */
export function openTrainer(port: MessagePort): void {
  const trainer = createBesideTrainer(startOneThread, (answer) => port.postMessage(answer, partsOf(answer)));
  port.onmessage = ({ data }: MessageEvent<TrainerTask>) => void trainer(data);
}

/** What moves with an answer instead of being copied: nobody else has the numbers of a run that is over. */
function partsOf(answer: TrainerAnswer): Transferable[] {
  if (answer.kind !== 'trained' || !answer.end) return [];
  const { state, best } = answer.end.checkpoint;
  const tables = [state.weights, state.first, state.second, best ?? {}].flatMap((parts) => Object.values(parts));
  return [...new Set(tables.map(({ buffer }) => buffer as ArrayBuffer))];
}
