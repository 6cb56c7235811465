/** "−1, 99", or none; undefined for anything else. */
export function readValues(text: string): readonly number[] | undefined {
  if (text === 'none') return [];
  const numbers = text.split(/[\s,;]+/).map(readNumber);
  return numbers.every((number) => number !== undefined) ? [...new Set(numbers)].sort((a, b) => a - b) : undefined;
}

export function readNumber(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text.replace('−', '-'));
  return Number.isFinite(number) ? number : undefined;
}

export function readCount(text: string): number | undefined {
  const count = readNumber(text);
  return count !== undefined && Number.isInteger(count) && count >= 1 && count < 1e9 ? count : undefined;
}
