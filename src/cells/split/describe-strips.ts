import type { SplitReport } from '../../core/split/report.ts';
import { formatQuantity } from '../../ui/format.ts';

/** The drawing in words, for those who cannot see it. */
export function describeStrips(strips: SplitReport['strips']): string {
  const held = strips.map(({ userId, parts }) => {
    const validation = parts.filter((part) => part === 1).length;
    const test = parts.filter((part) => part === 2).length;
    const words = [validation > 0 && `${validation} in validation`, test > 0 && `${test} in the test`].filter(Boolean).join(', ');
    return `user ${userId}: of the last ${formatQuantity(parts.length, 'rating')} ${words || 'none held out'}`;
  });
  return `Which ratings of ${formatQuantity(strips.length, 'user')} are held out. ${held.join('; ')}.`;
}
