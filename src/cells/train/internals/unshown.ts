import type { PairView, StepView } from '../../../models/inspection.ts';

/** The layers with trained numbers of their own that a step's rows leave out, in the order of the graph. */
export function unshown({ layers }: Pick<PairView, 'layers'>, { rows }: Pick<StepView, 'rows'>): readonly string[] {
  const shown = new Set(rows.map(({ table }) => table));
  return layers
    .filter(({ node: { kind } }) => kind === 'embedding' || kind === 'bag' || kind === 'dense')
    .map(({ node }) => node.name)
    .filter((name) => !shown.has(name));
}
