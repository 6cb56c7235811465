import { LabError } from '../../core/errors.ts';
import { formatBytes } from '../../core/transfer.ts';

/** What can come instead of a file, one sentence each. */

interface Sender {
  /** How sentences call who sends it. */
  readonly from: string;
  readonly isHere?: boolean;
}

const failed = (message: string, remedy: string, cause?: unknown): LabError =>
  new LabError('download-failed', message, remedy, { cause });

const AGAIN = 'Try again later, or download the file yourself and open it here.';

/** Throws where the answer is not a file. */
export async function checkAnswer(response: Response, { from }: Sender): Promise<void> {
  if (!response.ok) {
    const told = await reasonTold(response);
    if (told) throw failed(`${from} reports: ${told}`, AGAIN);
    const meaning = MEANINGS[response.status];
    throw failed(`${from} answered with status ${response.status}${meaning ? `: ${meaning}` : ''}.`, 'Check the address.');
  }
  if (!/^text\/html/i.test(response.headers.get('content-type') ?? '')) return;
  await response.body?.cancel();
  throw failed(`${from} answered with a web page instead of a file.`, 'Give the address of the file itself.');
}

const MEANINGS: Readonly<Record<number, string>> = {
  401: 'it wants a password',
  403: 'it refuses',
  404: 'there is no such file',
  410: 'the file is gone',
  429: 'too many requests, wait a moment',
};

/** The sentence of a server that forwards for us: `{ reason, message }`. */
async function reasonTold(response: Response): Promise<string | null> {
  if (!/^application\/json/.test(response.headers.get('content-type') ?? '')) return null;
  const told: unknown = await response.json().catch(() => null);
  const message = typeof told === 'object' && told !== null && 'reason' in told && 'message' in told ? told.message : null;
  return typeof message === 'string' ? message.slice(0, 300) : null;
}

export const tooLarge = ({ from }: Sender, mostBytes: number): LabError =>
  failed(`${from} sends more than ${formatBytes(mostBytes)}, more than a tab can hold.`, 'Use a smaller file.');

export const cutOff = ({ from }: Sender, received: number, total: number): LabError =>
  failed(`${from} sent ${formatBytes(received)} of ${formatBytes(total)} and stopped.`, AGAIN);

export const silent = ({ from }: Sender, milliseconds: number): LabError =>
  failed(`${from} has sent nothing for ${milliseconds / 1000} s.`, AGAIN);

/** A browser tells a page no more than that it failed, so that pages cannot spy on what others may reach. */
export function notReached({ from, isHere }: Sender, cause: unknown): LabError {
  if (!navigator.onLine) return failed('This browser is offline.', 'Connect, then try again.', cause);
  if (isHere) return failed(`${from} did not answer.`, AGAIN, cause);
  const message = `The browser got no readable answer from ${from}. The host cannot be reached, its certificate is not valid, or it does not allow other pages to read its files (CORS).`;
  return failed(message, AGAIN, cause);
}
