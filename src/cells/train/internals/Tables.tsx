import { Disclosure } from '../../../ui/Disclosure.tsx';
import { later } from '../../../ui/later.tsx';

const MeasuredTables = later(async () => (await import('./MeasuredTables.tsx')).MeasuredTables);

/** How weights and gradients of every table are spread, measured when it is asked for. */
export function Tables() {
  return (
    <Disclosure title="Weights and gradients">
      <MeasuredTables />
    </Disclosure>
  );
}
