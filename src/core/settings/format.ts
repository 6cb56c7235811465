import type { Configuration } from '../hyperparameters.ts';
import type { Setting } from './setting.ts';

/** A setting's value as the page writes it. */
export function formatSetting(setting: Setting, value: Configuration[keyof Configuration]): string {
  if (setting.kind === 'choice') return setting.options.find((option) => option.value === value)?.label ?? String(value);
  if (setting.kind === 'switch') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.length > 0 ? value.join(' – ') : 'none';
  return typeof value === 'number' ? formatNumber(value) : String(value);
}

/** At most four significant digits, without an exponent where it can be helped. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(4)));
}

/** A label within a sentence: "learning rate", "L2 of the factors". */
export const inSentence = (label: string): string =>
  /^[A-Z][a-z-]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
