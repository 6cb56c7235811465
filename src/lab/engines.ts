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
    choose: async (...args) => await (await fetched()).choose(...args),
    makeReady: async (...args) => await (await fetched()).makeReady(...args),
    time: async (...args) => await (await fetched()).time(...args),
    compare: async (...args) => await (await fetched()).compare(...args),
  };
}

async function fetchChooser(): Promise<EngineChooser> {
  const [{ createChooser }, { findCandidates }] = await fetchPart(() =>
    Promise.all([import('../engines/choose.ts'), import('../engines/candidates.ts')]),
  );
  return createChooser(findCandidates());
}
