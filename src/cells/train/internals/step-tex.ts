import { clamp } from '../../../core/clamp.ts';
import type { MomentStep, RowStep } from '../../../models/inspection.ts';
import type { InspectedStep } from './contract.ts';
import { factorTex, numberTex, squareTex, termTex } from './number-tex.ts';

/** Adam's memory, as Keras has it. */
const BETA_1 = 0.9;
const BETA_2 = 0.999;
/** Adam's and Adagrad's. */
const EPSILON = 1e-7;

/** What stands for a table's row in the formulas. */
export type RowSymbol = 'p_u' | 'q_i' | 'b_u' | 'b_i' | 'w';

const SYMBOLS: Readonly<Record<string, RowSymbol>> = {
  user_factors: 'p_u',
  movie_factors: 'q_i',
  user_bias: 'b_u',
  movie_bias: 'b_i',
};

const symbolOf = (table: string): RowSymbol => SYMBOLS[table] ?? 'w';

/** What one number of a row went through in a step. */
export interface WorkedNumber {
  readonly step: Pick<InspectedStep, 'optimizer' | 'learningRate' | 'momentum' | 'clip' | 'steps' | 'batch' | 'list'>;
  readonly row: RowStep;
  /** Which number of the row. */
  readonly d: number;
  /** The watched example, where it is in the batch: its error e in target units and the factor across from this one. */
  readonly own: { readonly position: number; readonly error: number; readonly across: number | null } | null;
}

/** The gradient of the batch's loss by one number, part by part with its numbers, as TeX. */
export function gradientTex({ step, row, d, own }: WorkedNumber): string {
  const { batch, list } = step;
  const share = 1 - (list?.weight ?? 0);
  const value = row.before[d] as number;
  const part = row.readers.find(({ position }) => position === own?.position)?.part[d];
  const others = row.readers.filter(({ position }) => position !== own?.position);
  const decay = (share * 2 * row.l2 * row.readers.length) / batch;
  const terms: string[] = [];
  if (own && part !== undefined) terms.push(brace(ownTex(own, part, share, batch), 'this rating'));
  if (others.length > 0) {
    const sum = others.reduce((total, other) => total + (other.part[d] as number), 0);
    terms.push(brace(numberTex(sum), others.length === 1 ? '1 other rating' : `${others.length} other ratings`));
  }
  if (decay > 0) {
    const count = row.readers.length > 1 ? `${row.readers.length} \\cdot ` : '';
    terms.push(
      brace(`${shareTex(share)}\\tfrac{2}{${batch}} \\cdot ${count}${numberTex(row.l2)} \\cdot ${factorTex(value)}`, 'L2'),
    );
  }
  if (row.list) terms.push(brace(numberTex(row.list[d] as number), 'the list, with its L2'));
  const sum = terms.length > 0 ? `${terms.join(' + ')} = ` : '';
  return `g = \\frac{\\partial \\mathcal L}{\\partial ${element(row, d)}} = ${sum}${numberTex(row.gradient[d] as number)}`;
}

/** What the stars count, as a factor in front; nothing where they are all there is. */
const shareTex = (share: number): string => (share === 1 ? '' : `${numberTex(share)} \\cdot `);

/** Share of the stars · 2/|B| · e · the factor across, where that is what it is: not so behind a sigmoid or dense layers. */
function ownTex({ error, across }: NonNullable<WorkedNumber['own']>, part: number, share: number, batch: number): string {
  const plain = share * (2 / batch) * error * (across ?? 1);
  if (Math.abs(plain - part) > 1e-9 + 1e-4 * Math.abs(part)) return numberTex(part);
  return `${shareTex(share)}\\tfrac{2}{${batch}} \\cdot ${factorTex(error)}${across === null ? '' : ` \\cdot ${factorTex(across)}`}`;
}

/** How the optimizer turns the gradient into a step, a line each, as TeX. Empty where it leaves the row alone. */
export function updateTex(worked: WorkedNumber): readonly string[] {
  const { step, row, d } = worked;
  if (step.optimizer === 'lazy-adam' && row.readers.length === 0 && row.list === null) return [];
  const g = row.gradient[d] as number;
  const bound = step.clip;
  if (bound === 0) return stepTex(worked, { symbol: 'g', value: g });
  const held = clamp(g, -bound, bound);
  const line = `\\bar g = \\min\\left(c,\\; \\max\\left(-c,\\; g\\right)\\right) = ${numberTex(held)}, \\quad c = ${numberTex(bound)}`;
  return [line, ...stepTex(worked, { symbol: '\\bar g', value: held })];
}

/** What the optimizer goes by: the gradient, clipped or not. */
interface Slope {
  readonly symbol: string;
  readonly value: number;
}

function stepTex({ step, row, d }: WorkedNumber, slope: Slope): readonly string[] {
  const name = element(row, d);
  const [first, second] = [row.first && at(row.first, d), row.second && at(row.second, d)];
  const ends = { name, before: row.before[d] as number, after: row.after[d] as number };
  switch (step.optimizer) {
    case 'adam':
    case 'lazy-adam':
      return first && second ? adamTex(step, slope, first, second, ends) : [];
    case 'sgd':
    case 'sgd-by-rating':
    case 'als':
    case 'gibbs':
      return first ? momentumTex(step, slope, first, ends) : [plainTex(step, slope, ends)];
    case 'adagrad':
      return second ? adagradTex(step, slope, second, ends) : [];
  }
}

type Step = WorkedNumber['step'];
/** A number before the step and after it. */
type Moved = ReturnType<typeof at>;
type Ends = Moved & { readonly name: string };

function adamTex({ learningRate, steps }: Step, g: Slope, m: Moved, v: Moved, ends: Ends): readonly string[] {
  const correction = Math.sqrt(1 - BETA_2 ** steps) / (1 - BETA_1 ** steps);
  const moved = (learningRate * correction * m.after) / (Math.sqrt(v.after) + EPSILON);
  return [
    `m \\leftarrow 0.9\\, m + 0.1\\, ${g.symbol} = 0.9 \\cdot ${factorTex(m.before)} + 0.1 \\cdot ${factorTex(g.value)} = ${numberTex(m.after)}`,
    `v \\leftarrow 0.999\\, v + 0.001\\, ${g.symbol}^2 = 0.999 \\cdot ${factorTex(v.before)} + 0.001 \\cdot ${squareTex(g.value)} = ${numberTex(v.after)}`,
    `\\Delta = \\eta\\, \\frac{\\sqrt{1 - 0.999^t}}{1 - 0.9^t} \\cdot \\frac{m}{\\sqrt{v} + \\varepsilon} = ${numberTex(learningRate)} \\cdot ${numberTex(correction)} \\cdot \\frac{${numberTex(m.after)}}{\\sqrt{${numberTex(v.after)}} + ${numberTex(EPSILON)}} = ${numberTex(moved)}, \\quad t = ${steps}`,
    lessTex(moved, ends),
  ];
}

/** Keras' velocity, which has the rate in it. */
function momentumTex({ learningRate, momentum }: Step, g: Slope, m: Moved, { name, before, after }: Ends): readonly string[] {
  return [
    `m \\leftarrow \\mu\\, m - \\eta\\, ${g.symbol} = ${numberTex(momentum)} \\cdot ${factorTex(m.before)} - ${numberTex(learningRate)} \\cdot ${factorTex(g.value)} = ${numberTex(m.after)}`,
    `${name} \\leftarrow ${name} + m = ${numberTex(before)} ${termTex(m.after)} = ${numberTex(after)}`,
  ];
}

function plainTex({ learningRate }: Step, g: Slope, { name, before, after }: Ends): string {
  return `${name} \\leftarrow ${name} - \\eta\\, ${g.symbol} = ${numberTex(before)} - ${numberTex(learningRate)} \\cdot ${factorTex(g.value)} = ${numberTex(after)}`;
}

function adagradTex({ learningRate }: Step, g: Slope, v: Moved, ends: Ends): readonly string[] {
  const moved = (learningRate * g.value) / Math.sqrt(v.after + EPSILON);
  return [
    `v \\leftarrow v + ${g.symbol}^2 = ${numberTex(v.before)} + ${squareTex(g.value)} = ${numberTex(v.after)}`,
    `\\Delta = \\eta\\, \\frac{${g.symbol}}{\\sqrt{v + \\varepsilon}} = ${numberTex(learningRate)} \\cdot \\frac{${numberTex(g.value)}}{\\sqrt{${numberTex(v.after)} + ${numberTex(EPSILON)}}} = ${numberTex(moved)}`,
    lessTex(moved, ends),
  ];
}

const lessTex = (moved: number, { name, before, after }: Ends): string =>
  `${name} \\leftarrow ${name} - \\Delta = ${numberTex(before)} ${termTex(-moved)} = ${numberTex(after)}`;

const at = ({ before, after }: MomentStep, d: number) => ({ before: before[d] as number, after: after[d] as number });

const brace = (tex: string, words: string): string => `\\underbrace{${tex}}_{\\text{${words}}}`;

/** p_{u,7}, or b_u where the row has one number. */
function element({ table, before }: RowStep, d: number): string {
  const symbol = symbolOf(table);
  if (before.length === 1) return symbol;
  const [letter, index] = symbol.split('_');
  return `${letter}_{${index ? `${index},` : ''}${d + 1}}`;
}
