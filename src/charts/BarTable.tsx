import styles from './BarFilter.module.css';
import type { BarValue } from './bar-value.ts';

interface BarTableProps {
  readonly title: string;
  readonly of: string;
  readonly unit: string;
  readonly bars: readonly BarValue[];
}

const COUNT = new Intl.NumberFormat('en');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The numbers behind bars. */
export function BarTable({ title, of, unit, bars }: BarTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.frame} aria-label={`${title} as a table`} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{capital(of)}</th>
            <th scope="col">{capital(unit)}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ label, count }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{COUNT.format(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
