import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type Camera, type Place, panBy, type Size, zoomAt } from './camera.ts';

export interface GestureTargets {
  /** As it is now. */
  view(): { readonly camera: Camera; readonly size: Size };
  look(camera: Camera, isFlight: boolean): void;
  fit(): void;
  /** A place without a button pressed; null where the pointer has left. */
  onHover(at: Place | null): void;
  onTap(at: Place): void;
  onLasso(outline: readonly Place[]): void;
  /** By Enter, S and Escape. */
  onEnter(): void;
  onSelectView(): void;
  onEscape(): void;
}

const STEP = 48;
const ZOOM = 1.4;
/** A press that moves less is a tap. */
const TAP = 4;

const MOVES: Readonly<Record<string, Place>> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};
const ZOOMS: Readonly<Record<string, number>> = { '+': ZOOM, '=': ZOOM, '-': 1 / ZOOM };

interface Press {
  readonly start: Place;
  isDrag: boolean;
  readonly isLasso: boolean;
}

/** Moving, zooming and choosing by mouse, touch and keys. `isLassoMode`: a drag draws an outline, as it does with Shift. */
export function useGestures(targets: GestureTargets, isLassoMode: boolean) {
  const fingers = useRef(new Map<number, Place>());
  const press = useRef<Press | null>(null);
  const [outline, setOutline] = useState<readonly Place[]>([]);
  const drawn = useRef<Place[]>([]);

  const draw = (places: Place[]): void => {
    drawn.current = places;
    setOutline(places);
  };

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = placeOf(event);
    fingers.current.set(event.pointerId, at);
    press.current = { start: at, isDrag: fingers.current.size > 1, isLasso: isLassoMode || event.shiftKey };
    draw([]);
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const at = placeOf(event);
    const before = fingers.current.get(event.pointerId);
    if (!before || !press.current) {
      targets.onHover(at);
      return;
    }
    const { start, isLasso } = press.current;
    press.current.isDrag ||= Math.hypot(at[0] - start[0], at[1] - start[1]) > TAP;
    if (isLasso) draw([...drawn.current, at]);
    else targets.look(dragged(targets.view(), fingers.current, event.pointerId, at), false);
    fingers.current.set(event.pointerId, at);
  }

  function onPointerUp(event: PointerEvent<HTMLElement>): void {
    const isLast = fingers.current.delete(event.pointerId) && fingers.current.size === 0;
    const { current } = press;
    if (!isLast || !current) return;
    press.current = null;
    if (!current.isDrag) targets.onTap(placeOf(event));
    else if (current.isLasso) targets.onLasso(drawn.current);
    draw([]);
  }

  function onPointerCancel(event: PointerEvent<HTMLElement>): void {
    fingers.current.delete(event.pointerId);
    press.current = null;
    draw([]);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { camera, size } = targets.view();
    const [move, zoom] = [MOVES[event.key], ZOOMS[event.key]];
    if (move) targets.look(panBy(camera, move), false);
    else if (zoom) targets.look(zoomAt(camera, size, [size.width / 2, size.height / 2], zoom), false);
    else if (event.key === '0') targets.fit();
    else if (event.key === 'Enter') targets.onEnter();
    else if (event.key === 's') targets.onSelectView();
    else if (event.key === 'Escape') targets.onEscape();
    else return;
    event.preventDefault();
  }

  const onPointerLeave = (): void => targets.onHover(null);
  return { outline, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onPointerLeave, onKeyDown } };
}

/** The view after one finger has moved: with a second one it zooms too, about the middle of both. */
function dragged(
  { camera, size }: { readonly camera: Camera; readonly size: Size },
  fingers: ReadonlyMap<number, Place>,
  id: number,
  to: Place,
): Camera {
  const from = fingers.get(id) as Place;
  const other = [...fingers].find(([finger]) => finger !== id)?.[1];
  if (!other) return panBy(camera, [to[0] - from[0], to[1] - from[1]]);
  const ratio = distance(to, other) / Math.max(1, distance(from, other));
  const moved = panBy(camera, [(to[0] - from[0]) / 2, (to[1] - from[1]) / 2]);
  return zoomAt(moved, size, [(to[0] + other[0]) / 2, (to[1] + other[1]) / 2], ratio);
}

const distance = (a: Place, b: Place): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function placeOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Place {
  const { left, top } = currentTarget.getBoundingClientRect();
  return [clientX - left, clientY - top];
}
