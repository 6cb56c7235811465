import { type LabErrorData, toErrorData } from '../../core/errors.ts';
import type { Transfer } from '../../core/transfer.ts';
import { fetchFile, type Wanted } from './fetch-file.ts';

/**
 * A worker that lives as long as one download and can do nothing else. The server lets this script alone connect to other
 * origins; the page and the lab cannot.
 */

export type DownloadMessage =
  | { readonly kind: 'transfer'; readonly transfer: Transfer }
  | { readonly kind: 'done'; readonly file: File }
  | { readonly kind: 'failed'; readonly error: LabErrorData };

self.onmessage = ({ ports: [port] }: MessageEvent) => {
  if (port) port.onmessage = ({ data }) => download(data, (message) => port.postMessage(message));
};

async function download(data: Wanted, send: (message: DownloadMessage) => void): Promise<void> {
  try {
    const onTransfer = (transfer: Transfer): void => send({ kind: 'transfer', transfer });
    send({ kind: 'done', file: await fetchFile(data, { signal: new AbortController().signal, onTransfer }) });
  } catch (thrown) {
    send({ kind: 'failed', error: toErrorData(thrown) });
  }
}
