import { formatCount } from '../../ui/format.ts';
import { Notice } from '../../ui/Notice.tsx';

const SHOWN = 5;

interface UnmatchedProps {
  readonly titles: readonly string[] | null;
}

/** Names the titles of a typed list that no movie has. */
export function Unmatched({ titles }: UnmatchedProps) {
  if (titles === null || titles.length === 0) return null;
  const named = titles.slice(0, SHOWN).map((title) => `“${title.slice(0, 80)}”`);
  const more = titles.length > SHOWN ? ` and ${formatCount(titles.length - SHOWN)} more` : '';
  const is = titles.length === 1 ? 'This title is' : 'These titles are';
  return <Notice tone="info" message={`${is} not in the data: ${named.join(', ')}${more}.`} remedy="The others count." />;
}
