import { Disclosure } from '../../../ui/Disclosure.tsx';
import { later } from '../../../ui/later.tsx';

const LeakagePanel = later(async () => (await import('./LeakagePanel.tsx')).LeakagePanel);

/** What a split gives away. */
export function LeakageLens() {
  return (
    <Disclosure title="Compare three splits">
      <LeakagePanel />
    </Disclosure>
  );
}
