/** What a number field accepts. */
export interface Limits {
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  /** Whether 0 is allowed although `min` is above it. */
  readonly zero: boolean;
}

export interface NumberReading {
  /** The number to use; absent where the text is none. */
  readonly value?: number;
  /** What was not taken as typed, in one sentence. */
  readonly note?: string;
}

/** Reads what was typed into a number field: clamped and rounded, with a sentence where that changed it. A fraction may have a decimal comma. */
export function readNumber(text: string, limits: Limits): NumberReading {
  const trimmed = text.trim();
  // In whole numbers a comma groups thousands, if anything.
  const typed = Number(limits.integer ? trimmed : trimmed.replace(/^([+-]?\d*),(\d+)$/, '$1.$2'));
  const range = `${limits.integer ? 'a whole number' : 'a number'} from ${limits.zero ? 0 : limits.min} to ${limits.max}`;
  if (trimmed === '' || !Number.isFinite(typed)) {
    const shown = trimmed.length > 20 ? `${trimmed.slice(0, 20)}…` : trimmed;
    return { note: `${trimmed === '' ? 'Nothing was typed' : `“${shown}” is not a number`}. Type ${range}.` };
  }
  const value = clamp(typed, limits);
  return value === typed ? { value } : { value, note: `${trimmed} is not ${range}; ${value} is used.` };
}

function clamp(value: number, { min, max, integer, zero }: Limits): number {
  if (zero && value <= 0) return 0;
  const inside = Math.min(max, Math.max(min, value));
  return integer ? Math.round(inside) : inside;
}
