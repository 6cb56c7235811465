/** How far a file has come. */
export interface Transfer {
  /** Bytes. */
  readonly received: number;
  /** Bytes; null where the server does not say. */
  readonly total: number | null;
  /** At the pace so far; null where that cannot be told. */
  readonly secondsLeft: number | null;
}

/** A transfer after `milliseconds`. */
export function transferOf(received: number, total: number | null, milliseconds: number): Transfer {
  const known = total !== null && received > 0 && milliseconds > 0;
  return { received, total, secondsLeft: known ? (Math.max(0, total - received) * milliseconds) / received / 1000 : null };
}

/** 0 … 1; null where the total is not known. */
export const shareOf = ({ received, total }: Transfer): number | null =>
  total === null || total === 0 ? null : Math.min(1, received / total);

/** "5.9 MB", "820 KB". */
export function formatBytes(bytes: number): string {
  if (bytes >= 999.5e6) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 999.5e3) return `${(bytes / 1e6).toFixed(1)} MB`;
  return bytes >= 1e3 ? `${Math.round(bytes / 1e3)} KB` : `${bytes} bytes`;
}
