import { Formula } from '../ui/Formula.tsx';
import { Table } from '../ui/Table.tsx';
import { useSay } from '../ui/words.tsx';
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

const COLUMNS = [{ title: 'Symbol' }, { title: 'Meaning' }, { title: 'Now', isNumber: true }];
const MEANING = 1;

export function Symbols({ rows }: SymbolsProps) {
  const say = useSay();
  return (
    <Table
      caption="Symbols of the formula"
      isCaptionHidden
      columns={COLUMNS}
      rowHeader={MEANING}
      rows={rows.map(({ tex, meaning, value }) => ({
        key: tex,
        cells: [<Formula key={tex} tex={tex} />, say(meaning), say(value)],
      }))}
      className={styles.symbols}
    />
  );
}
