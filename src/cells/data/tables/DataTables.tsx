import { Disclosure } from '../../../ui/Disclosure.tsx';
import { later } from '../../../ui/later.tsx';

const TableTabs = later(async () => (await import('./TableTabs.tsx')).TableTabs);

/** The data as tables, for those who want to see what is in it. */
export function DataTables() {
  return (
    <Disclosure title="Tables" hint="ratings, movies, users">
      <TableTabs />
    </Disclosure>
  );
}
