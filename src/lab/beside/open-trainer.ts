import { startOneThread } from '../../engines/one-thread.ts';
import { createBesideTrainer } from './beside-trainer.ts';
import { buffersOf, type TrainerTask } from './messages.ts';

/** Trains on one thread what it is told by a port. */
export function openTrainer(port: MessagePort): void {
  const trainer = createBesideTrainer(startOneThread, (answer) =>
    port.postMessage(answer, answer.kind === 'trained' ? buffersOf(answer.end) : []),
  );
  port.onmessage = ({ data }: MessageEvent<TrainerTask>) => void trainer(data);
}
