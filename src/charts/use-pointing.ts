import { type FocusEvent, type HTMLAttributes, type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { nearestTrack, type Track } from './nearest.ts';
import { moveTo } from './selection.ts';

/** How far from a mark it is still pointed at, in pixels. */
const REACH = 24;

interface Pointing {
  /** The mark that is pointed at; null where none is. */
  readonly pointed: string | null;
  /** For a list box of one option: the mark that is pointed at. */
  readonly list: HTMLAttributes<HTMLElement>;
  readonly optionId: string;
}

/** Points at one of many marks, by pointer or by arrow keys, in the order of the marks; a click, Enter or Space chooses it. */
export function usePointing(tracks: readonly Track[], onChoose: (id: string) => void): Pointing {
  const optionId = useId();
  const [at, setPointed] = useState<string | null>(null);
  const index = tracks.findIndex(({ id }) => id === at);
  const pointed = index < 0 ? null : at;
  const choose = (): void => {
    if (pointed !== null) onChoose(pointed);
  };
  const onPointerMove = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): void => {
    const { left, top } = currentTarget.getBoundingClientRect();
    setPointed(nearestTrack(tracks, clientX - left, clientY - top, REACH) ?? null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Where nothing is pointed at, the first mark is what is said.
    const to = moveTo(event.key, Math.max(0, index), tracks.length);
    if (to !== undefined) setPointed(tracks[to]?.id ?? null);
    else if (event.key === 'Enter' || event.key === ' ') choose();
    else if (event.key === 'Escape') setPointed(null);
    else return;
    event.preventDefault();
  };
  const list = {
    tabIndex: 0,
    'aria-activedescendant': optionId,
    onPointerMove,
    onPointerDown: onPointerMove,
    onPointerLeave: () => setPointed(null),
    onFocus({ currentTarget }: FocusEvent<HTMLElement>) {
      if (pointed === null && currentTarget.matches(':focus-visible')) setPointed(tracks[0]?.id ?? null);
    },
    onClick: choose,
    onKeyDown,
  };
  return { pointed, list, optionId };
}
