import { Disclosure } from '../../../ui/Disclosure.tsx';
import { later } from '../../../ui/later.tsx';

const RateFinderPanel = later(async () => (await import('./RateFinderPanel.tsx')).RateFinderPanel);

/** A learning rate by trying. */
export function RateFinder() {
  return (
    <Disclosure title="Find a learning rate">
      <RateFinderPanel />
    </Disclosure>
  );
}
