/** The entry of a worker that trains runs beside another. What comes by its port waits until the trainer is fetched. */
self.onmessage = ({ ports: [port] }: MessageEvent) => {
  if (port) void import('./open-trainer.ts').then(({ openTrainer }) => openTrainer(port));
};
