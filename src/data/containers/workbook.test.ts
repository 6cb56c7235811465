import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { readWhole } from './archive-file.ts';
import { openContainer } from './open-container.ts';

const WORDS = { what: 'The file', remedy: 'Get it again.' };

async function sheetsOf(bytes: Uint8Array, name = 'mine.xlsx'): Promise<Readonly<Record<string, string>>> {
  const { files } = await openContainer(new File([bytes as BlobPart], name), WORDS);
  const texts = files.map(async (file) => [file.name, new TextDecoder().decode(await readWhole(file, () => {}))] as const);
  return Object.fromEntries(await Promise.all(texts));
}

const RELATIONS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>';
const WORKBOOK = '<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet name="A" r:id="r1"/></x:sheets></x:workbook>';

async function workbookOf(sheet: string, shared = ''): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('xl/workbook.xml', WORKBOOK).file('xl/_rels/workbook.xml.rels', RELATIONS);
  zip.file('xl/worksheets/sheet1.xml', sheet).file('xl/sharedStrings.xml', shared);
  return await zip.generateAsync({ type: 'uint8array' });
}

test('its sheets are CSV, days as Excel’s numbers', async () => {
  const bytes = new Uint8Array(readFileSync(new URL('./fixtures/ratings.xlsx', import.meta.url)));
  expect(await sheetsOf(bytes)).toEqual({
    'mine.xlsx:Votes': 'user,item,rating,date\nanna,Heat & <Dust>,4.5,37256\nbob,Casino,3,38601\ncem,Heat & <Dust>,,\n',
    'mine.xlsx:Notes': 'made by hand\n',
  });
});

test('cells stand where they say; texts are shared, written in place, or of several runs', async () => {
  const shared = '<sst><si><r><t>Ro</t></r><r><t>ma</t></r><rPh><t>x</t></rPh></si></sst>';
  const cells =
    '<c r="B1" t="s"><v>0</v></c><c r="D1" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="E1" t="e"><v>#N/A</v></c><c><v>7</v></c>';
  const text = await sheetsOf(
    await workbookOf(`<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`, shared),
  );
  expect(text).toEqual({ 'mine.xlsx:A': ',Roma,,a & b,,7\n' });
});

test('that is damaged is refused', async () => {
  await expect(sheetsOf(await workbookOf('<worksheet><row><c r="A1"'))).rejects.toMatchObject({
    code: 'data-not-zip',
    message: 'The file is an Excel workbook that is damaged.',
  });
});
