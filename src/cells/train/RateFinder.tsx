import { Disclosure } from '../../ui/Disclosure.tsx';
import { later } from '../../ui/later.tsx';

const RateSearch = later(async () => (await import('./RateSearch.tsx')).RateSearch);

/** A learning rate by trying. */
export function RateFinder() {
  return (
    <Disclosure title="Find a learning rate">
      <RateSearch />
    </Disclosure>
  );
}
