import { askForHelper } from '../../core/ask-for-helper.ts';
import { LabError } from '../../core/errors.ts';
import type { DownloadMessage } from './downloader.ts';
import type { FetchOptions, Wanted } from './fetch-file.ts';

/** As `fetchFile`, for other origins: in a worker of its own, which ends with the download. */
export function fetchElsewhere(wanted: Wanted, { signal, onTransfer }: FetchOptions): Promise<File> {
  const worker = askForHelper('downloader');
  const file = new Promise<File>((resolve, reject) => {
    signal.addEventListener('abort', () =>
      reject(new LabError('cancelled', 'The download was cancelled.', 'You can start it again.')),
    );
    worker.onerror = () =>
      reject(new LabError('download-failed', 'The part of the page that downloads did not start.', 'Reload the page.'));
    worker.onmessage = (event) => {
      const data = event.data as DownloadMessage;
      if (data.kind === 'transfer') onTransfer(data.transfer);
      else if (data.kind === 'done') resolve(data.file);
      else reject(new LabError(data.error.code, data.error.message, data.error.remedy));
    };
    worker.postMessage(wanted);
  });
  return file.finally(() => worker.terminate());
}
