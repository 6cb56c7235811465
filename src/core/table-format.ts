/** How the bytes of a file stand for letters. Latin-1 is read as Windows-1252, which has all of its letters at the same places. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How an encoding was found: a mark at the beginning, zeros in every other byte, valid UTF-8 or not, or somebody said so. */
export type EncodingSign = 'mark' | 'zeros' | 'valid' | 'invalid' | 'said';

/** What stands between two columns; a blank stands for any run of blanks and tabs. */
export type Separator = ',' | '\t' | ';' | '|' | '::' | ' ';

/**
 * How times are written. `plain`: seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size, or an ISO
 * date. `excel`: days since 1900. `words`: with the name of a month. `none`: what stands there is no time.
 */
export type TimeFormat =
  | 'plain'
  | 'yyyymmdd'
  | 'yyyymmddhhmmss'
  | 'year'
  | 'excel'
  | 'month-first'
  | 'day-first'
  | 'year-first'
  | 'words'
  | 'none';

/** How a table of ratings is written. */
export interface TableFormat {
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** Whether lines end in a carriage return alone. */
  readonly carriageReturns: boolean;
  /** Lines that are not blank above the header, or above the first row where there is none. */
  readonly skip: number;
  readonly hasHeader: boolean;
  /** The other one of point and comma groups thousands. */
  readonly decimal: '.' | ',';
  readonly time: TimeFormat;
}
