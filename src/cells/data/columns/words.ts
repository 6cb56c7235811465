import type { Encoding, EncodingSign, Separator, TimeFormat } from '../../../core/table-format.ts';
import type { RowContents } from './answers.ts';

type Options<Value extends string> = readonly { readonly value: Value; readonly label: string }[];

export const SEPARATORS: Options<Separator> = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: ' ', label: 'Spaces' },
  { value: '::', label: 'Two colons (::)' },
  { value: '|', label: 'Bar (|)' },
];

export const ENCODINGS: Options<Encoding> = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16, little-endian' },
  { value: 'utf-16be', label: 'UTF-16, big-endian' },
  { value: 'windows-1252', label: 'Latin-1 (Windows-1252)' },
];

export const SIGNS: Readonly<Record<EncodingSign, string>> = {
  mark: 'Detected from the byte order mark.',
  zeros: 'Detected from the zeros between letters.',
  valid: 'Detected: the beginning is valid UTF-8.',
  invalid: 'Detected: it is not valid UTF-8.',
  said: 'As chosen.',
};

export const LINE_ENDS: Options<'lf' | 'cr'> = [
  { value: 'lf', label: 'Line feed (LF or CRLF)' },
  { value: 'cr', label: 'Carriage return alone (CR)' },
];

export const DECIMALS: Options<'.' | ','> = [
  { value: '.', label: 'Point: 1,234.5' },
  { value: ',', label: 'Comma: 1.234,5' },
];

export const FIRST_ROWS: Options<'header' | 'rating'> = [
  { value: 'header', label: 'Names of the columns' },
  { value: 'rating', label: 'Values like all others' },
];

export const ROW_CONTENTS: Options<RowContents> = [
  { value: 'rating', label: 'One rating' },
  { value: 'users', label: 'All ratings of a user' },
  { value: 'items', label: 'All ratings of a movie or item' },
];

export const TIMES: Options<TimeFormat> = [
  { value: 'plain', label: 'Seconds since 1970, or 2005-09-06' },
  { value: 'yyyymmdd', label: '20050906' },
  { value: 'yyyymmddhhmmss', label: '20050906123000' },
  { value: 'year', label: 'A year: 2005' },
  { value: 'excel', label: 'Excel’s days: 38601' },
  { value: 'month-first', label: '9/6/2005, month first' },
  { value: 'day-first', label: '6.9.2005, day first' },
  { value: 'year-first', label: '2005/9/6' },
  { value: 'words', label: '6 September 2005' },
  { value: 'none', label: 'None of these: leave times out' },
];
