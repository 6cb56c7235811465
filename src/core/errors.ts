/** What can go wrong, as a closed list: the page chooses a button by it. */
export type LabErrorCode =
  | 'data-missing'
  | 'data-altered'
  | 'data-not-zip'
  | 'data-no-ratings'
  | 'data-malformed'
  | 'storage-missing'
  | 'storage-full'
  | 'no-data'
  | 'no-split'
  | 'no-model'
  | 'no-engine'
  | 'engine-lost'
  | 'diverged'
  | 'unknown-user'
  | 'busy'
  | 'crashed';

/** An error as plain data: it crosses the worker boundary unchanged and shows in the cell where it happened. */
export interface LabErrorData {
  readonly code: LabErrorCode;
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly remedy: string;
}

export class LabError extends Error {
  readonly code: LabErrorCode;
  readonly remedy: string;

  constructor(code: LabErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LabError';
    this.code = code;
    this.remedy = remedy;
  }
}

/** Turns anything that was thrown into data; what is not a LabError is a fault of ours and says so. */
export function toErrorData(thrown: unknown): LabErrorData {
  if (thrown instanceof LabError) return { code: thrown.code, message: thrown.message, remedy: thrown.remedy };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: 'crashed',
    message: `Something went wrong inside Matinee: ${message}`,
    remedy: 'Try again; if it comes back, reload the page.',
  };
}
