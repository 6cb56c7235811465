const PATHS = {
  play: 'M4.5 2.8v10.4L13 8z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  stop: 'M3.5 3.5h9v9h-9z',
  step: 'M3 3v10l7-5zM11 3h2v10h-2z',
  skip: 'M2 3v10l5-5zM7 3v10l5-5zM12.200 3h1.800v10h-1.800z',
  previous: 'M10.500 2.500 5 8l5.500 5.500',
  next: 'M5.500 2.500 11 8l-5.500 5.500',
  check: 'm3 8.500 3.500 3.500L13 4.500',
  cross: 'm4 4 8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  copy: 'M5.500 5.500h7.500V14H5.500zM10.500 5.500V2H3v8.500h2.500',
  shuffle: 'M2 4.500h2.500l6 7H14M2 11.500h2.500l1.700-2M9 6.500l1.500-2H14M12 2.500l2 2-2 2M12 9.500l2 2-2 2',
  chevron: 'm4 6 4 4 4-4',
  down: 'M8 3v10M4 9l4 4 4-4',
} as const;

/** Drawn as lines; the others are filled. */
const LINES: ReadonlySet<string> = new Set(['previous', 'next', 'check', 'cross', 'plus', 'copy', 'shuffle', 'chevron', 'down']);

export type IconName = keyof typeof PATHS;

interface IconProps {
  readonly name: IconName;
  readonly className?: string | undefined;
}

/** A 16 px sign beside words, never instead of them: it is hidden from screen readers. */
export function Icon({ name, className }: IconProps) {
  const paint = LINES.has(name)
    ? ({ fill: 'none', stroke: 'currentcolor', strokeWidth: 1.6, strokeLinecap: 'round', strokeLinejoin: 'round' } as const)
    : ({ fill: 'currentcolor' } as const);
  return (
    <svg className={className} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" {...paint}>
      <path d={PATHS[name]} />
    </svg>
  );
}
