import type { Box } from './boxes.ts';
import { layOutColumns } from './columns.ts';
import type { Item, Layout } from './layout.ts';
import { layOutRails } from './rails.ts';

export interface DiagramLayout extends Layout {
  readonly direction: 'columns' | 'rails';
}

/** As the style sheet sets the lines of a box, in px. */
const LINE = 17;
const PADDING = 14;
const WIDEST_ROW = 480;

/** Columns where they fit into the width, else one box below the other. */
export function layOut(boxes: readonly Box[], width: number): DiagramLayout {
  const columns = layOutColumns(itemsOf(boxes, linesInColumn), width);
  if (columns) return { ...columns, direction: 'columns' };
  return { ...layOutRails(itemsOf(boxes, linesInRow), Math.min(width, WIDEST_ROW)), direction: 'rails' };
}

function itemsOf(boxes: readonly Box[], linesOf: (box: Box) => number): readonly Item[] {
  return boxes.map((box) => ({ id: box.id, inputs: box.inputs, height: PADDING + LINE * linesOf(box) }));
}

const linesInRow = ({ kind }: Box): number => (kind === 'input' ? 1 : 2);

const linesInColumn = ({ kind, details, parameters }: Box): number =>
  kind === 'input' ? 1 : 2 + details.length + (parameters > 0 ? 1 : 0);
