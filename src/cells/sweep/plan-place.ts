/** Where the plan is kept. */
export const KEY = 'matinee.sweep';

/** The part of localStorage that is used. */
export type PlanStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Whether anything is kept there, so that what reads it is fetched only then. */
export function isPlanKept(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    // Storage may be barred.
    return false;
  }
}
