import { startSimd } from '../../engines/simd/start.ts';
import type { TrainerTask } from './messages.ts';
import { createBesideTrainer } from './serve-trainer.ts';

/** The entry of a worker that trains runs of a sweep beside another, with one thread: it does what it is told by the port it is given. */
self.onmessage = ({ ports: [port] }: MessageEvent) => {
  if (!port) return;
  const trainer = createBesideTrainer(
    () => startSimd(1),
    (answer) => port.postMessage(answer),
  );
  port.onmessage = ({ data }: MessageEvent<TrainerTask>) => void trainer(data);
};
