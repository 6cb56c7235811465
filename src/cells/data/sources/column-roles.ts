import type { ColumnMapping } from '../../../core/column-mapping.ts';

export type Role = keyof ColumnMapping;

export const ROLES: readonly { readonly role: Role; readonly label: string; readonly required: boolean }[] = [
  { role: 'user', label: 'User', required: true },
  { role: 'item', label: 'Movie or item', required: true },
  { role: 'rating', label: 'Rating', required: false },
  { role: 'timestamp', label: 'Time', required: false },
  { role: 'title', label: 'Title', required: false },
  { role: 'genres', label: 'Genres', required: false },
  { role: 'year', label: 'Year', required: false },
];

interface Completed {
  /** Null while something is missing. */
  readonly mapping: ColumnMapping | null;
  /** What is missing or wrong, in one sentence; null where nothing is. */
  readonly problem: string | null;
}

/** Whether what was chosen so far tells all that is needed, each column but once. */
export function completeMapping(chosen: Partial<ColumnMapping>): Completed {
  const { user, item, ...others } = chosen;
  if (user === undefined || item === undefined) {
    const missing = ROLES.filter(({ role, required }) => required && chosen[role] === undefined);
    return { mapping: null, problem: `Still to choose: ${missing.map(({ label }) => label.toLowerCase()).join(', ')}.` };
  }
  for (const [at, { role, label }] of ROLES.entries()) {
    const column = chosen[role];
    const same = ROLES.slice(0, at).find((earlier) => column !== undefined && chosen[earlier.role] === column);
    if (same) return { mapping: null, problem: `${same.label} and ${label.toLowerCase()} are the same column.` };
  }
  return { mapping: { user, item, ...others }, problem: null };
}
