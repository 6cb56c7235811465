import { CELLS } from '../cells/registry.ts';
import { CellFrame } from './CellFrame.tsx';

export function Notebook() {
  return CELLS.map((cell) => <CellFrame key={cell.id} cell={cell} />);
}
