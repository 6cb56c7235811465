import { Disclosure } from '../../../ui/Disclosure.tsx';
import { later } from '../../../ui/later.tsx';

const EnginesPanel = later(async () => (await import('./EnginesPanel.tsx')).EnginesPanel);

/** The engines of this machine. */
export function Engines() {
  return (
    <Disclosure title="Engines">
      <EnginesPanel />
    </Disclosure>
  );
}
