import { runThread, type ThreadTask } from './run-thread.ts';

/**
 * The entry of a helper thread in a browser: takes one task at a time, says 'ready' before it begins and 'free' when it was told to
 * stop.
 */
self.onmessage = ({ data }: MessageEvent<ThreadTask>) => {
  runThread(data, () => self.postMessage('ready'));
  self.postMessage('free');
};
