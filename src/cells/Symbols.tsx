import { Formula } from '../ui/Formula.tsx';
import styles from './Symbols.module.css';

/** A symbol of a formula, what it means, and what it is worth at the moment. */
export interface SymbolRow {
  readonly tex: string;
  readonly meaning: string;
  readonly value: string;
}

interface SymbolsProps {
  readonly rows: readonly SymbolRow[];
}

export function Symbols({ rows }: SymbolsProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Symbol</th>
          <th scope="col">Meaning</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ tex, meaning, value }) => (
          <tr key={tex}>
            <td>
              <Formula tex={tex} />
            </td>
            <th scope="row">{meaning}</th>
            <td className={styles.value}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
