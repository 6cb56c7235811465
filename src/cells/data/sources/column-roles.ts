import type { ColumnMapping } from '../../../core/column-mapping.ts';

export type Role = keyof ColumnMapping;

interface RoleWords {
  readonly role: Role;
  readonly label: string;
  readonly required: boolean;
  /** What is said where no column has it. */
  readonly absent: string;
}

export const ROLES: readonly RoleWords[] = [
  { role: 'user', label: 'User', required: true, absent: 'Choose a column' },
  { role: 'item', label: 'Movie or item', required: true, absent: 'Choose a column' },
  { role: 'rating', label: 'Rating', required: false, absent: 'None: each row counts once' },
  { role: 'timestamp', label: 'Time', required: false, absent: 'None' },
  { role: 'title', label: 'Title', required: false, absent: 'None' },
  { role: 'genres', label: 'Genres', required: false, absent: 'None' },
  { role: 'year', label: 'Year', required: false, absent: 'None' },
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
