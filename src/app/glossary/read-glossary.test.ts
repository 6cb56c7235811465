import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readGlossary } from './read-glossary.ts';

it('reads every table of the glossary, with plain meanings', async () => {
  const markdown = await readFile('docs/glossary.md', 'utf8');
  const sections = readGlossary(markdown);
  expect(sections.map(({ title }) => title)).toEqual(['Data', 'Split', 'Model', 'Aim and loss', 'Training', 'Evaluation']);
  const terms = sections.flatMap((section) => section.terms);
  expect(terms).toHaveLength(markdown.split('\n').filter((line) => line.startsWith('| **')).length);
  expect(terms).toContainEqual({ term: 'item', meaning: 'What is rated: a movie, or what the data calls it.' });
});
