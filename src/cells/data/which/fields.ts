/** What is typed, in the order in which it is done. */
export const FIELDS = [
  {
    name: 'notRated',
    label: 'Values that mean “not rated”',
    help: 'Such as −1, 99. Empty: as they seem to be; none: every value is a rating.',
    inputMode: 'text',
  },
  { name: 'least', label: 'Smallest rating that counts', help: 'Empty: any.', inputMode: 'text' },
  { name: 'most', label: 'Largest rating that counts', help: 'Empty: any.', inputMode: 'text' },
  {
    name: 'perUser',
    label: 'Users with at least so many ratings',
    help: 'Repeated with the items until both are true of all that are left.',
    inputMode: 'numeric',
  },
  { name: 'perItem', label: 'Items with at least so many ratings', help: '1: every item.', inputMode: 'numeric' },
] as const;

export const REPEATS = {
  label: 'Repeated events',
  help: 'What counts of several ratings of an item by one user. Automatic: counts are added up, of stars the newest counts.',
  defaultText: 'automatic',
  options: [
    { value: 'auto', label: 'Automatic' },
    { value: 'newest', label: 'Newest' },
    { value: 'mean', label: 'Mean' },
    { value: 'sum', label: 'Sum' },
    { value: 'largest', label: 'Largest' },
  ],
} as const;

export const VALUES = {
  label: 'Transformation',
  help: 'ln(1 + r) brings counts of very different size closer together.',
  defaultText: 'none',
  options: [
    { value: 'raw', label: 'None' },
    { value: 'log1p', label: 'ln(1 + r)' },
  ],
} as const;
