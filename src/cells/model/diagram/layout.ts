/** A box to be placed: its height and what it reads. */
export interface Item {
  readonly id: string;
  readonly height: number;
  readonly inputs: readonly string[];
}

export interface PlacedBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An arrow from one box to another, as the path of an SVG. */
export interface PlacedEdge {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

/** Everything in px. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
}

/** The length of the longest way to each item from one that reads nothing. Each item comes after those that it reads. */
export function ranksOf(items: readonly Item[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const { id, inputs } of items) ranks.set(id, Math.max(-1, ...inputs.map((input) => ranks.get(input) as number)) + 1);
  return ranks;
}
