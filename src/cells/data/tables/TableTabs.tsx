import { useState } from 'react';
import type { TableName } from '../../../core/tables/table.ts';
import { useSay } from '../../../ui/words.tsx';
import styles from './DataTables.module.css';
import { DescriptionTable } from './DescriptionTable.tsx';
import { SearchableTable } from './SearchableTable.tsx';

type Tab = TableName | 'describe';

const TABS: readonly { readonly name: Tab; readonly title: string }[] = [
  { name: 'ratings', title: 'Ratings' },
  { name: 'movies', title: 'Movies' },
  { name: 'users', title: 'Users' },
  { name: 'describe', title: 'Describe' },
];

/** One table at a time. */
export function TableTabs() {
  const [tab, setTab] = useState<Tab>('ratings');
  const say = useSay();
  const move = (by: number): void => {
    const at = TABS.findIndex(({ name }) => name === tab);
    const next = TABS.at((at + by) % TABS.length) as (typeof TABS)[number];
    setTab(next.name);
    document.getElementById(`tables-${next.name}`)?.focus();
  };
  return (
    <div className={styles.tables}>
      <div
        role="tablist"
        aria-label="Tables of the data"
        className={styles.tabs}
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') move(1);
          if (key === 'ArrowLeft') move(-1);
        }}
      >
        {TABS.map(({ name, title }) => (
          <button
            key={name}
            id={`tables-${name}`}
            type="button"
            role="tab"
            aria-selected={name === tab}
            aria-controls="tables-panel"
            tabIndex={name === tab ? 0 : -1}
            className={styles.tab}
            onClick={() => setTab(name)}
          >
            {say(title)}
          </button>
        ))}
      </div>
      <div id="tables-panel" role="tabpanel" aria-labelledby={`tables-${tab}`}>
        {tab === 'describe' ? <DescriptionTable /> : <SearchableTable key={tab} table={tab} />}
      </div>
    </div>
  );
}
