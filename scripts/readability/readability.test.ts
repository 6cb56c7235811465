import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import { measureTexts } from './measure.mjs';
import { pageTexts, readGlossary, readPage } from './page-texts.mjs';
import { textsOf } from './texts.mjs';

describe('what is read of a source file', () => {
  const textsIn = (source: string) => textsOf(source, 'some.tsx').map(({ text }) => text);

  it.each([
    ["const help = 'How large a step is.';", ['How large a step is.']],
    [`const text = \`Run \${id} is in use now.\`;`, ['Run X is in use now.']],
    ['<p>A <em>long</em> text with {count} values.</p>;', ['A long text with X values.']],
    ['const code = `import keras\n\nx = 1  # one row per user\n`;', ['one row per user']],
    ["import { one } from './one two three.ts';", []],
    ["throw new RangeError('A batch cannot be empty');", []],
    ["throw new LabError('busy', 'A run is active.', 'Stop it first, please.');", ['A run is active.', 'Stop it first, please.']],
    ['<i className="one two three" title="two" />;', []],
  ])('%s', (source, texts) => {
    expect(textsIn(source)).toEqual(texts);
  });
});

test('sentences, words, rare words and riddles are counted', () => {
  const known = new Set(['the', 'user', 'rate', 'a', 'movie', 'is', 'by']);
  const measured = measureTexts(['The user rated 5 movies. A movie is ostracised by users.', 'The user is held back.'], known);
  expect(measured).toMatchObject({ sentences: 3, words: 16, longest: { words: 6 }, longShare: 0, passiveShare: 2 / 3 });
  expect([...measured.rare.keys()]).toEqual(expect.arrayContaining(['ostracised']));
  expect(measured.riddles).toEqual(['The user is held back.']);
});

describe('the texts of the page', () => {
  it('have short sentences, common words and no riddles', async () => {
    const { longest, longShare, mean, rareShare, riddles } = await readPage('src');
    expect(longest.words, longest.sentence).toBeLessThanOrEqual(35);
    expect(mean).toBeLessThanOrEqual(9);
    expect(longShare).toBeLessThanOrEqual(0.01);
    expect(rareShare).toBeLessThanOrEqual(0.035);
    expect(riddles).toEqual([]);
  });

  it('use the terms of the glossary, not the words beside them', async () => {
    const glossary = readGlossary(await readFile('docs/glossary.md', 'utf8'));
    expect(glossary.length).toBeGreaterThan(50);
    const texts = await pageTexts('src');
    const avoided = glossary.flatMap(({ term, avoid }) =>
      avoid.flatMap((words) => texts.filter(({ text }) => has(text, words)).map(({ text }) => `${term}: ${text}`)),
    );
    expect(avoided).toEqual([]);
  });
});

const has = (text: string, words: string): boolean => new RegExp(`\\b${words}\\b`, 'i').test(text);
