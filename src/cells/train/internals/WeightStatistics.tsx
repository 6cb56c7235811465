import { Disclosure } from '../../../ui/Disclosure.tsx';
import { later } from '../../../ui/later.tsx';

const WeightStatisticsPanel = later(async () => (await import('./WeightStatisticsPanel.tsx')).WeightStatisticsPanel);

/** How weights and gradients of every table are spread, measured when it is asked for. */
export function WeightStatistics() {
  return (
    <Disclosure title="Weights and gradients">
      <WeightStatisticsPanel />
    </Disclosure>
  );
}
