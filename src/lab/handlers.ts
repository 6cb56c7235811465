import { fetchPart } from '../core/fetch-part.ts';
import type { Bench } from './bench.ts';
import type { FindHandler, Handler } from './serve.ts';

type Handlers = Readonly<Record<string, Handler>>;

/** What a folder under `cells/` with calls to the lab has as its `lab.ts`. */
interface LabModule {
  handlers(bench: Bench): Handlers;
}

/** Fetched when the first call of its folder comes. */
const modules = import.meta.glob<LabModule>('../cells/**/lab.ts');

/** Finds `train/start` as `start` among the handlers of `cells/train/lab.ts`, which are made once. */
export function createHandlers(bench: Bench): FindHandler {
  const made = new Map<string, Promise<Handlers>>();

  function handlersOf(folder: string): Promise<Handlers> | undefined {
    const load = modules[`../cells/${folder}/lab.ts`];
    const handlers = made.get(folder) ?? (load && fetchPart(load).then((module) => module.handlers(bench)));
    if (!handlers) return undefined;
    made.set(folder, handlers);
    // A fetch that failed may go through the next time.
    handlers.catch(() => made.delete(folder));
    return handlers;
  }

  return async (call) => {
    const slash = call.lastIndexOf('/');
    const handlers = await handlersOf(call.slice(0, slash));
    const name = call.slice(slash + 1);
    return handlers && Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  };
}
