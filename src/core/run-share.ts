import type { RunEvent } from './run-report.ts';

/** Tells by the events of a run how much of it is done, 0 … 1. */
export function createRunShare(): (event: RunEvent) => number {
  let [epochs, share] = [1, 0];
  return (event) => {
    if (event.kind === 'run-started') epochs = event.run.configuration.epochs;
    if (event.kind === 'epoch') share = event.epoch.epoch / epochs;
    if (event.kind === 'run-progress') {
      const { epoch, step, stepsPerEpoch } = event.progress;
      share = (epoch - 1 + step / stepsPerEpoch) / epochs;
    }
    return share;
  };
}
