import { fetchPart } from '../../core/fetch-part.ts';
import plain from './generated/plain.wasm?url';
import plainRelaxed from './generated/plain-relaxed.wasm?url';
import shared from './generated/shared.wasm?url';
import sharedRelaxed from './generated/shared-relaxed.wasm?url';
import type { ModuleName } from './host.ts';

const MODULES: Readonly<Record<ModuleName, string>> = {
  plain,
  'plain-relaxed': plainRelaxed,
  shared,
  'shared-relaxed': sharedRelaxed,
};

const modules = new Map<ModuleName, Promise<WebAssembly.Module>>();

/** Compiles a build of the kernels, once. Throws an Error where it cannot be fetched. */
export function loadSimdModule(name: ModuleName): Promise<WebAssembly.Module> {
  const known = modules.get(name) ?? compile(MODULES[name]);
  modules.set(name, known);
  // What could not be fetched now may be there the next time.
  known.catch(() => modules.delete(name));
  return known;
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetchPart(() => fetch(url));
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return await WebAssembly.compile(await response.arrayBuffer());
}
