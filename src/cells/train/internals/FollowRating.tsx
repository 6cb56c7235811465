import { Disclosure } from '../../../ui/Disclosure.tsx';
import { later } from '../../../ui/later.tsx';

const FollowRatingPanel = later(async () => (await import('./FollowRatingPanel.tsx')).FollowRatingPanel);

/** One rating through the model and one step at a time, with the numbers of the run. */
export function FollowRating() {
  return (
    <Disclosure title="Follow one rating" hint="step by step">
      <FollowRatingPanel />
    </Disclosure>
  );
}
