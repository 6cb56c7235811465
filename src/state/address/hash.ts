import type { AddressProblem, NotebookState } from '../notebook-state.ts';
import type { AddressPart } from '../slice.ts';
import { clip } from './clip.ts';

/** Hands each part what an address such as `#model=mlp&seed=7&user=15` says of it. Returns what could not be used. */
export function openHash(hash: string, parts: readonly AddressPart[]): readonly AddressProblem[] {
  const entries = new Map(new URLSearchParams(hash.replace(/^#/, '')));
  const known = new Set(parts.flatMap(({ names }) => names));
  const unknown = [...entries.keys()].filter((name) => !known.has(name));
  return [
    ...parts.flatMap((part) => part.open(entries)),
    ...unknown.map((name) => ({
      group: 'page',
      message: `The address has an unknown setting “${clip(name)}”; it is ignored.`,
    })),
  ];
}

/** The address of the state, of all that is not as it starts. */
export function writeHash(state: NotebookState, parts: readonly AddressPart[]): string {
  const entries = parts.flatMap((part) => Object.entries(part.write(state)));
  const text = new URLSearchParams(entries).toString().replaceAll('%2C', ',');
  return text === '' ? '' : `#${text}`;
}
