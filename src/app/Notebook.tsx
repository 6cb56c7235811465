import { CELLS } from '../cells/list.ts';
import { CellFrame } from './CellFrame.tsx';

export function Notebook() {
  return CELLS.map((cell, at) => <CellFrame key={cell.id} cell={cell} number={at + 1} />);
}
