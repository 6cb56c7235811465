/** What is typed, in the order in which it is done. */
export const FIELDS = [
  {
    name: 'notRated',
    label: 'Values that mean “not rated”',
    help: 'Such as −1, 99. Empty: found automatically; none: every value is a rating.',
    inputMode: 'text',
  },
  { name: 'least', label: 'Smallest rating that counts', help: 'Empty: any.', inputMode: 'text' },
  { name: 'most', label: 'Largest rating that counts', help: 'Empty: any.', inputMode: 'text' },
  {
    name: 'perUser',
    label: 'Minimum ratings per user',
    help: 'Applied together with the minimum per item, until both hold.',
    inputMode: 'numeric',
  },
  { name: 'perItem', label: 'Minimum ratings per item', help: '1: every item.', inputMode: 'numeric' },
] as const;

export const REPEATS = {
  label: 'Repeated events',
  help: 'What to do with several ratings of an item by one user. Automatic: add up counts; use the newest of other ratings.',
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
  help: 'ln(1 + r) brings small and large counts closer together.',
  defaultText: 'none',
  options: [
    { value: 'raw', label: 'None' },
    { value: 'log1p', label: 'ln(1 + r)' },
  ],
} as const;
