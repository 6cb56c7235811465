import { runThread, type ThreadTask } from './run-thread.ts';

/**
 * The entry of a helper thread in a browser: takes one task at a time by the port it is given, says 'ready' before it begins and 'free'
 * when it was told to stop.
 */
self.onmessage = ({ ports: [port] }: MessageEvent) => {
  if (port) port.onmessage = ({ data }) => serve(port, data);
};

function serve(port: MessagePort, task: ThreadTask): void {
  runThread(task, () => port.postMessage('ready'));
  port.postMessage('free');
}
