import type { KeptMoments } from '../../../core/kept-moments.ts';
import type { Weights } from '../../../models/graph.ts';
import type { MomentInPieces } from '../../trainer.ts';
import type { Address } from '../kernels.ts';
import type { Heap } from './heap.ts';
import type { DenseTable, EmbeddingTable, Tables } from './tables.ts';

/** Trained numbers and their moments, by parameter; a moment that is not kept is empty. */
export interface Numbers {
  readonly weights: Weights;
  readonly first: Weights;
  readonly second: Weights;
}

/**
 * Copies weights and moments into the tables; a moment that is empty or missing starts at 0, the second one at `start`.
 *
 * @param isClear whether the tables are all 0
 */
export function storeNumbers(
  heap: Heap,
  tables: Tables,
  { weights, first, second }: Numbers,
  start: number,
  isClear: boolean,
): void {
  for (const place of placesOf(tables)) {
    storeTable(heap, place, place.weights, weights[place.parameter], 0);
    if (!place.hasMoments) continue;
    if (!isClear || first[place.parameter]) storeTable(heap, place, place.first, first[place.parameter], 0);
    if (!isClear || second[place.parameter] || start !== 0) storeTable(heap, place, place.second, second[place.parameter], start);
  }
}

/** A copy of the tables' weights. */
export function loadWeights(heap: Heap, tables: Tables): Weights {
  return loadPart(heap, tables, 'weights');
}

/** A copy of the tables' moments. */
export function loadMoments(heap: Heap, tables: Tables, kept: KeptMoments): Pick<Numbers, 'first' | 'second'> {
  return { first: loadPart(heap, tables, 'first', kept.first), second: loadPart(heap, tables, 'second', kept.second) };
}

const PIECE_NUMBERS = 2 ** 20;

/** The same, in pieces of some MB at most. All of them come in one room: what is let go of is collected late. */
export function* momentsInPieces(heap: Heap, tables: Tables, kept: KeptMoments): Iterable<MomentInPieces> {
  const room = new Float32Array(PIECE_NUMBERS);
  for (const moment of ['first', 'second'] as const) {
    for (const place of placesOf(tables)) {
      yield { moment, parameter: place.parameter, pieces: kept[moment] ? piecesOf(heap, place, place[moment], room) : [] };
    }
  }
}

function* piecesOf(heap: Heap, place: Place, address: Address, room: Float32Array): Iterable<Float32Array> {
  const most = Math.floor(room.length / place.columns);
  for (let first = 0; first < place.rows; first += most) {
    const rows = Math.min(most, place.rows - first);
    yield loadRows(heap, place, address, first, room.subarray(0, rows * place.columns));
  }
}

/** Rows `stride` bytes apart, each `span` bytes long with what fills up its last vectors. */
interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly stride: number;
  readonly span: number;
}

/** Where a parameter's rows stand. */
interface Place extends Table, Readonly<Record<keyof Numbers, Address>> {
  readonly parameter: string;
  readonly hasMoments: boolean;
}

const placesOf = ({ embeddings, dense }: Tables): readonly Place[] => [
  ...[...embeddings.values()].map(embeddingPlace),
  ...[...dense.values()].map(densePlace),
];

function embeddingPlace({ node, parameter, address, stride, offset, between, span, hasMoments }: EmbeddingTable): Place {
  const [first, second] = [address + offset, address + offset + between];
  return { parameter, rows: node.rows, columns: node.width, stride, span, hasMoments, weights: address, first, second };
}

const densePlace = (table: DenseTable): Place => ({ ...table, span: table.stride, hasMoments: true });

/** Rows have `filler` beyond their columns, and everywhere where there are no values. */
export function storeTable(
  { floats }: Heap,
  { rows, columns, stride, span }: Table,
  address: Address,
  values: Float32Array | undefined,
  filler: number,
): void {
  const filled = values && values.length > 0 ? columns : 0;
  for (let row = 0, from = 0; row < rows; row++) {
    const to = (address + row * stride) / 4;
    for (let column = 0; column < filled; column++) floats[to + column] = (values as Float32Array)[from++] as number;
    for (let column = filled; column < span / 4; column++) floats[to + column] = filler;
  }
}

function loadPart(heap: Heap, tables: Tables, part: keyof Numbers, kept = true): Weights {
  return Object.fromEntries(
    placesOf(tables).map((place) => [place.parameter, kept ? loadTable(heap, place, place[part]) : new Float32Array()]),
  );
}

type Rows = Omit<Table, 'span'>;

/** A copy of the columns, (rows, columns). */
export const loadTable = (heap: Heap, table: Rows, address: Address): Float32Array =>
  loadRows(heap, table, address, 0, new Float32Array(table.rows * table.columns));

/** As many rows as there is room for, from one on. */
function loadRows({ floats }: Heap, { columns, stride }: Rows, address: Address, first: number, to: Float32Array): Float32Array {
  for (let at = 0, row = first; at < to.length; at += columns, row++) {
    const from = (address + row * stride) / 4;
    // A view of each row would cost more than copying its numbers.
    for (let column = 0; column < columns; column++) to[at + column] = floats[from + column] as number;
  }
  return to;
}
