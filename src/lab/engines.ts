import { fetchPart } from '../core/fetch-part.ts';
import type { EngineChooser } from '../engines/choose.ts';

/** The engines of this machine, fetched when the first is asked for: the ratings come before them. */
export function laterEngines(): EngineChooser {
  let chooser: Promise<EngineChooser> | undefined;
  const fetched = (): Promise<EngineChooser> => {
    chooser ??= fetchChooser();
    // A fetch that failed may go through the next time.
    chooser.catch(() => {
      chooser = undefined;
    });
    return chooser;
  };
  return {
    choose: async (...wish) => await (await fetched()).choose(...wish),
    compare: async (...wish) => await (await fetched()).compare(...wish),
  };
}

async function fetchChooser(): Promise<EngineChooser> {
  const [{ createChooser }, { listOffers }] = await fetchPart(() =>
    Promise.all([import('../engines/choose.ts'), import('../engines/offers.ts')]),
  );
  return createChooser(listOffers());
}
