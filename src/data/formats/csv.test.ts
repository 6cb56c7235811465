import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { columnsOf, csvRecords } from './csv.ts';
import { malformed } from './malformed.ts';

const read = (text: string) => [...csvRecords(text, 'x.csv')];
const fieldsOf = (text: string) => read(text).map(({ fields }) => fields);

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}

/** A field and whether it is written in quotes although it need not be. */
const field = fc.record({
  text: fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', 'a', 'é', '🎬') })),
  quoted: fc.boolean(),
});
const lineEnd = fc.constantFrom('\n', '\r\n');
type Field = typeof field extends fc.Arbitrary<infer T> ? T : never;

const written = ({ text, quoted }: Field): string => (quoted || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

test('what is written by RFC 4180 is read back equal, with the line where each record begins', () => {
  const record = fc.array(field, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(record), lineEnd, fc.boolean(), (records, end, endsWithBreak) => {
      const lines = records.map((record) => record.map(written).join(','));
      const text = lines.join(end) + (endsWithBreak ? end : '');
      let line = 1;
      const expected = records.flatMap((record, i) => {
        const start = line;
        line += (lines[i] as string).split('\n').length;
        const isBlank = record.length === 1 && record[0]?.text === '';
        return isBlank ? [] : [{ line: start, fields: record.map(({ text }) => text) }];
      });
      expect(read(text)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

describe('cases', () => {
  test.each([
    ['', []],
    ['\n\r\n', []],
    ['a,b', [['a', 'b']]],
    ['a,', [['a', '']]],
    [',', [['', '']]],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,b","c""d"', [['a,b', 'c"d']]],
    ['"a\r\nb",c', [['a\r\nb', 'c']]],
    ['"",x', [['', 'x']]],
    ['a"b,c', [['a"b', 'c']]],
    [' "a",b', [[' "a"', 'b']]],
  ])('%j', (text, records) => {
    expect(fieldsOf(text)).toEqual(records);
  });

  test('line numbers count the line breaks inside quotes', () => {
    expect(read('a\n"b\n\nb"\n\nc').map(({ line }) => line)).toEqual([1, 2, 6]);
  });
});

describe('malformed text says where it is and what to do', () => {
  test.each([
    ['a,b\n"never closed\nx,y', 2, 'a quote is never closed'],
    ['a\n"b"c\n', 2, 'text follows a closing quote'],
    ['"', 1, 'a quote is never closed'],
    ['a\n"b""', 2, 'a quote is never closed'],
    ['a\nb,c\rd\n', 2, 'a carriage return stands inside the line'],
  ])('%j: line %d, %s', (text, line, problem) => {
    const error = thrownBy(() => read(text));
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({
      code: 'data-malformed',
      message: `x.csv, line ${line}: ${problem}.`,
      remedy: 'Mend that line, or use another copy of the data.',
    });
  });
});

test('any text is read or refused, never anything else', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '1'), maxLength: 40 }), (text) => {
      const error = thrownBy(() => read(text));
      expect(error === undefined || error instanceof LabError).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test('a header is looked up by name; the first missing column is named', () => {
  expect(columnsOf(['b', 'x', 'a'], ['a', 'b'], 'x.csv')).toEqual({ a: 2, b: 0 });
  expect(thrownBy(() => columnsOf(['b'], ['b', 'c', 'd'], 'x.csv'))).toEqual(
    malformed('x.csv', 1, 'the header has no column “c”'),
  );
});
