import { runThread, type ThreadTask } from './run-thread.ts';

/** The entry of a helper thread in a browser: takes one task, answers once that it is ready, and works until it is stopped. */
self.onmessage = ({ data }: MessageEvent<ThreadTask>) => {
  runThread(data, () => self.postMessage('ready'));
  self.close();
};
