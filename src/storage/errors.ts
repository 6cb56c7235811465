import { LabError } from '../core/errors.ts';

/** Whether the browser's storage threw this for want of room. */
export const isStorageFull = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'QuotaExceededError';

/** The LabError for whatever the browser's storage threw. */
export function explainStorage(cause: unknown): LabError {
  const { name, message } = cause instanceof Error || cause instanceof DOMException ? cause : new Error(String(cause));
  if (isStorageFull(cause)) {
    const what = 'The browser has no more space for files of this page.';
    return new LabError('storage-full', what, 'Delete kept files, or free some disk space.', { cause });
  }
  if (name === 'TimeoutError') {
    const what = 'The browser’s storage does not answer. Another tab of this page may be using it.';
    return new LabError('storage-missing', what, 'Close the other tabs of this page.', { cause });
  }
  const what = `The browser keeps no files for this page (${message || name}).`;
  const remedy =
    'Private windows and blocked cookies cause this. Everything else works, but you must open files again at each visit.';
  return new LabError('storage-missing', what, remedy, { cause });
}
