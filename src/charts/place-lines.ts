import { clearPlace, type Line, type Place } from './clear-place.ts';
import type { LabelBox, Pixels } from './place-labels.ts';
import { placeLabels } from './place-labels.ts';

/** A label and the point that it is of. */
export interface PointLabel extends LabelBox {
  /** The middle of the point; `y` is that of the box. */
  readonly x: Pixels;
  /** Of a single point on a line, so that there is a line on both sides. */
  readonly isMark: boolean;
}

interface Room {
  /** The plot with the margin right of it, where labels may stand. */
  readonly width: Pixels;
  readonly height: Pixels;
  /** Where the lines end. */
  readonly plotWidth: Pixels;
}

/** How far a label may move from its point, in steps. */
const STEP: Pixels = 4;
const STEPS = 16;
const MARK_GAP: Pixels = 8;

/** Gives every label a place right of its point, off the lines and off the other labels as far as there is room for it. */
export function placeLabelsOff(labels: readonly PointLabel[], lines: readonly Line[], room: Room): readonly Place[] {
  const places: Place[] = [];
  const outside = labels.filter(({ left }) => left >= room.plotWidth);
  const inside = labels.filter((label) => label.left < room.plotWidth);
  const ends = inside.filter(({ isMark }) => !isMark);
  const found = new Map<PointLabel, Place>();
  const take = (label: PointLabel, place: Place): void => {
    places.push(place);
    found.set(label, place);
  };
  for (const [label, place] of stacked(outside, room)) take(label, place);
  for (const [label, place] of stacked(ends, room)) take(label, clearPlace(aroundIts(place, room), lines, places));
  for (const label of inside.filter(({ isMark }) => isMark)) take(label, clearPlace(besideMark(label, room), lines, places));
  return labels.map((label) => found.get(label) as Place);
}

/** Right of their points and apart from each other, the highest first. */
function stacked(labels: readonly PointLabel[], { height }: Room): readonly (readonly [PointLabel, Place])[] {
  const tops = placeLabels(labels, height);
  const placed = labels.map((label, at) => [label, { ...sizeOf(label), left: label.left, top: tops[at] ?? 0 }] as const);
  return placed.sort(([, a], [, b]) => a.top - b.top);
}

const sizeOf = ({ width, height }: LabelBox) => ({ width, height });

/** Where it is, then ever further up and down. */
function aroundIts(place: Place, { height }: Room): readonly Place[] {
  const shifts = Array.from({ length: STEPS }, (_, at) => [-(at + 1) * STEP, (at + 1) * STEP]).flat();
  const moved = shifts.map((shift) => ({ ...place, top: place.top + shift }));
  return [place, ...moved.filter(({ top }) => top >= 0 && top + place.height <= height)];
}

/** Below and above the point, ever further; then at its sides. */
function besideMark(label: PointLabel, { width, height }: Room): readonly Place[] {
  const size = sizeOf(label);
  const centred = Math.min(Math.max(0, label.x - size.width / 2), width - size.width);
  const [below, above] = [label.y + MARK_GAP, label.y - MARK_GAP - size.height];
  const tops = Array.from({ length: STEPS }, (_, at) => [below + at * STEP, above - at * STEP]).flat();
  const places = tops.map((top) => ({ ...size, left: centred, top }));
  const inside = places.filter(({ top }) => top >= 0 && top + size.height <= height);
  return [...inside, { ...size, left: label.left, top: label.y - size.height / 2 }];
}
