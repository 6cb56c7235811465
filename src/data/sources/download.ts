import { LabError } from '../../core/errors.ts';
import { concatenate } from '../concatenate.ts';

/** Fetches a file whole. Reports the share that has arrived. Throws a LabError where it is missing or out of reach. */
export async function download(url: string, onProgress: (share: number) => void): Promise<Uint8Array> {
  const response = await fetch(url).catch(outOfReach('could not be reached'));
  if (!response.ok || !response.body) {
    const message = `The data file is not there (the server answered ${response.status}).`;
    throw new LabError('data-missing', message, 'Reload the page; if it stays, the page was published without its data.');
  }
  // With Content-Encoding the header counts other bytes than arrive here.
  const total = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length'));
  const chunks: Uint8Array[] = [];
  let received = 0;
  const reader = response.body.getReader();
  const read = () => reader.read().catch(outOfReach('did not arrive whole'));
  for (let chunk = await read(); !chunk.done; chunk = await read()) {
    chunks.push(chunk.value);
    received += chunk.value.length;
    if (total > 0) onProgress(Math.min(1, received / total));
  }
  return concatenate(chunks, received);
}

function outOfReach(what: string): (cause: Error) => never {
  return (cause) => {
    const message = `The data file ${what}: ${cause.message}.`;
    throw new LabError('data-missing', message, 'Check the connection, then try again.', { cause });
  };
}
