import type { DataSummary } from '../../state/notebook-state.ts';

type UserRange = Pick<DataSummary, 'firstUserId' | 'lastUserId'>;

/** The ID one step on from the one that is typed, within the range; null where there is none. From nonsense: the first. */
export function userBeside(text: string, by: -1 | 1, { firstUserId, lastUserId }: UserRange): number | null {
  const typed = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(typed)) return firstUserId;
  const beside = Math.min(lastUserId, Math.max(firstUserId, typed + by));
  return beside === typed ? null : beside;
}

/** An ID of the range. `draw` is uniform in 0 … 1, 1 excluded. */
export function randomUser({ firstUserId, lastUserId }: UserRange, draw: number): number {
  return firstUserId + Math.floor(draw * (lastUserId - firstUserId + 1));
}
