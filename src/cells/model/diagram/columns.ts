import { clamp } from '../../../core/clamp.ts';
import { type Item, type Layout, type PlacedBox, type PlacedEdge, ranksOf } from './layout.ts';

/** Between neighbours of a column; what an arrow needs that passes a column by; between columns, for the arrows. */
const GAP = 14;
const LANE = 10;
const GUTTER = { least: 26, most: 52 };
const BOX = { least: 116, most: 168 };
const SWEEPS = 6;

/** A box or, where an arrow passes a column, the room for it. */
interface Slot {
  readonly id: string;
  readonly height: number;
  /** Neighbouring slots in the columns before and after. */
  readonly before: string[];
  readonly after: string[];
}

/**
 * Columns from left to right by the longest way from the inputs (Sugiyama, Tagawa and Toda 1981): arrows that span several
 * columns get room in those between, the order within a column follows the barycentre of the neighbours, and so do the heights.
 * Null where the width does not hold the columns.
 */
export function layOutColumns(items: readonly Item[], width: number): Layout | null {
  const ranks = ranksOf(items);
  const count = Math.max(...ranks.values()) + 1;
  const gutter = clamp((width - count * BOX.most) / (count - 1), GUTTER.least, GUTTER.most);
  const boxWidth = Math.min(BOX.most, (width - (count - 1) * gutter) / count);
  if (boxWidth < BOX.least) return null;
  const { columns, chains } = spread(items, ranks, count);
  order(columns);
  const middles = align(columns);
  const left = (id: string): number => (ranks.get(id) as number) * (boxWidth + gutter);
  const boxes = items.map(({ id, height }): PlacedBox => {
    return { id, x: left(id), y: (middles.get(id) as number) - height / 2, width: boxWidth, height };
  });
  const edges = chains.map(({ from, to, slots }): PlacedEdge => {
    const start = left(from) + boxWidth;
    const path = slots.slice(1).map((slot, i) => {
      const x = start + i * (boxWidth + gutter);
      const [y, next] = [middles.get(slots[i] as string), middles.get(slot)];
      const bend = `C${x + gutter / 2},${y} ${x + gutter / 2},${next} ${x + gutter},${next}`;
      return i < slots.length - 2 ? `${bend}h${boxWidth}` : bend;
    });
    return { from, to, path: `M${start},${middles.get(from)}${path.join('')}` };
  });
  const height = Math.max(...boxes.map((box) => box.y + box.height));
  return { width: count * boxWidth + (count - 1) * gutter, height, boxes, edges };
}

interface Chain {
  readonly from: string;
  readonly to: string;
  /** From box to box, one in each column. */
  readonly slots: readonly string[];
}

function spread(items: readonly Item[], ranks: ReadonlyMap<string, number>, count: number) {
  const columns: Slot[][] = Array.from({ length: count }, () => []);
  const slots = new Map<string, Slot>();
  const put = (id: string, height: number, rank: number): void => {
    const slot = { id, height, before: [], after: [] };
    slots.set(id, slot);
    columns[rank]?.push(slot);
  };
  for (const { id, height } of items) put(id, height, ranks.get(id) as number);
  const chains: Chain[] = [];
  for (const { id: to, inputs } of items) {
    for (const from of new Set(inputs)) {
      const chain = [from];
      for (let rank = (ranks.get(from) as number) + 1; rank < (ranks.get(to) as number); rank++) {
        const id = `${from} → ${to} ${rank}`;
        put(id, LANE, rank);
        chain.push(id);
      }
      chain.push(to);
      for (let i = 1; i < chain.length; i++) {
        slots.get(chain[i - 1] as string)?.after.push(chain[i] as string);
        slots.get(chain[i] as string)?.before.push(chain[i - 1] as string);
      }
      chains.push({ from, to, slots: chain });
    }
  }
  return { columns, chains };
}

/** Sorts each column by the mean place of its neighbours, to the right and back again. */
function order(columns: Slot[][]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forth = sweep % 2 === 0;
    const places = new Map<string, number>();
    for (const column of forth ? columns : columns.toReversed()) {
      const last = Math.max(1, column.length - 1);
      const rank = new Map(column.map((slot, at) => [slot, mean(forth ? slot.before : slot.after, places) ?? at / last]));
      column.sort((a, b) => (rank.get(a) as number) - (rank.get(b) as number));
      for (const [at, { id }] of column.entries()) places.set(id, at / last);
    }
  }
}

/** The middle of every slot: as near to its neighbours' as the order and the heights allow. */
function align(columns: readonly Slot[][]): ReadonlyMap<string, number> {
  const middles = new Map<string, number>();
  for (const column of columns)
    place(
      column,
      column.map(() => 0),
      middles,
    );
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      const wanted = column.map(({ id, before, after }) => mean([...before, ...after], middles) ?? (middles.get(id) as number));
      place(column, wanted, middles);
    }
  }
  const top = Math.min(...columns.flat().map(({ id, height }) => (middles.get(id) as number) - height / 2));
  return new Map([...middles].map(([id, y]) => [id, y - top]));
}

/** Pushing down from the top keeps the distances, and so does pushing up from the bottom; so does the mean of both. */
function place(column: readonly Slot[], wanted: readonly number[], middles: Map<string, number>): void {
  const distance = (at: number): number => ((column[at - 1] as Slot).height + (column[at] as Slot).height) / 2 + GAP;
  const down = [...wanted];
  const up = [...wanted];
  for (let at = 1; at < column.length; at++) down[at] = Math.max(wanted[at] as number, (down[at - 1] as number) + distance(at));
  for (let at = column.length - 1; at > 0; at--) {
    up[at - 1] = Math.min(wanted[at - 1] as number, (up[at] as number) - distance(at));
  }
  for (const [at, { id }] of column.entries()) middles.set(id, ((down[at] as number) + (up[at] as number)) / 2);
}

function mean(ids: readonly string[], values: ReadonlyMap<string, number>): number | undefined {
  if (ids.length === 0) return undefined;
  return ids.reduce((sum, id) => sum + (values.get(id) ?? 0), 0) / ids.length;
}
