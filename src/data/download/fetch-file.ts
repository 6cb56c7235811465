import { LabError } from '../../core/errors.ts';
import { type Transfer, transferOf } from '../../core/transfer.ts';
import { checkAnswer, cutOff, notReached, silent, tooLarge } from './failures.ts';

export interface Wanted {
  readonly url: string;
  /** What the file is to be called. */
  readonly name: string;
  /** How sentences call who sends it. */
  readonly from: string;
  /** Whether that is this page's own server, which needs to permit nothing. */
  readonly isHere?: boolean;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly onTransfer: (transfer: Transfer) => void;
  readonly limits?: FetchLimits;
}

interface FetchLimits {
  readonly bytes: number;
  /** Milliseconds without a byte. */
  readonly silence: number;
}

const LIMITS: FetchLimits = { bytes: 2 ** 30, silence: 30_000 };
/** So much is gathered before it is handed to the browser, which may put it on disk. */
const PART_BYTES = 8 * 2 ** 20;
const REPORT_MILLISECONDS = 100;

/**
 * Fetches a file without holding it in memory. Throws a LabError of code `download-failed` that says what came instead, or of
 * code `cancelled`.
 */
export async function fetchFile(wanted: Wanted, { signal, onTransfer, limits = LIMITS }: FetchOptions): Promise<File> {
  const patience = createPatience(limits.silence);
  const bothSignals = AbortSignal.any([signal, patience.signal]);
  try {
    const response = await fetch(wanted.url, { signal: bothSignals, credentials: 'omit' });
    await checkAnswer(response, wanted);
    const total = declaredBytes(response);
    if (total !== null && total > limits.bytes) throw tooLarge(wanted, limits.bytes);
    const file = await collect(response, total, { wanted, patience, onTransfer, mostBytes: limits.bytes });
    if (total !== null && file.size < total) throw cutOff(wanted, file.size, total);
    return file;
  } catch (thrown) {
    if (thrown instanceof LabError) throw thrown;
    if (signal.aborted) throw new LabError('cancelled', 'The download was cancelled.', 'You can start it again.');
    throw patience.signal.aborted ? silent(wanted, limits.silence) : notReached(wanted, thrown);
  } finally {
    patience.end();
  }
}

/** With Content-Encoding the header counts other bytes than arrive here. */
function declaredBytes({ headers }: Response): number | null {
  const length = headers.has('content-encoding') ? null : headers.get('content-length');
  return length !== null && /^\d+$/.test(length) ? Number(length) : null;
}

interface Collecting {
  readonly wanted: Wanted;
  readonly patience: Patience;
  readonly onTransfer: (transfer: Transfer) => void;
  readonly mostBytes: number;
}

async function collect({ body }: Response, total: number | null, { wanted, patience, onTransfer, mostBytes }: Collecting) {
  const start = performance.now();
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let gathered = 0;
  let received = 0;
  let reported = Number.NEGATIVE_INFINITY;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    patience.renew();
    chunks.push(next.value);
    gathered += next.value.length;
    received += next.value.length;
    if (received > mostBytes) {
      await reader?.cancel();
      throw tooLarge(wanted, mostBytes);
    }
    if (gathered >= PART_BYTES) {
      parts.push(new Blob(chunks));
      [chunks, gathered] = [[], 0];
    }
    const now = performance.now();
    if (now - reported >= REPORT_MILLISECONDS) {
      onTransfer(transferOf(received, total, now - start));
      reported = now;
    }
  }
  onTransfer(transferOf(received, total, performance.now() - start));
  return new File([...parts, ...chunks], wanted.name);
}

interface Patience {
  readonly signal: AbortSignal;
  renew(): void;
  end(): void;
}

/** A signal that aborts when nothing has renewed it for a while. */
function createPatience(milliseconds: number): Patience {
  const controller = new AbortController();
  let timer = setTimeout(() => controller.abort(), milliseconds);
  return {
    signal: controller.signal,
    renew() {
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(), milliseconds);
    },
    end: () => clearTimeout(timer),
  };
}
