/** The entry of a worker that trains runs beside another. What comes by its port waits until the trainer is fetched. */
self.onmessage = ({ ports: [port] }: MessageEvent) => {
  // An error of the worker is what the page hears of.
  if (port) import('./open-trainer.ts').then(({ openTrainer }) => openTrainer(port)).catch(reportError);
};
