// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { words as english } from 'popular-english-words';
import { ROOT } from '../setup/run.mjs';
import { LONG_FROM, measureTexts } from './measure.mjs';
import { textsOf } from './texts.mjs';

/** So many of the most frequent words of English are common. */
const COMMON = 5000;
/** Tests, and code whose strings nobody reads on the page. */
const LEFT_OUT =
  /\.(test|fixture)\.tsx?$|(^|\/)(contract|parity|plan)\.ts$|engines\/simd\/(generated|assembly)\/|data\/formats\/column-names\.ts$|core\/releases\.ts$/;

/**
 * The texts that the page of a source folder shows, with their files.
 *
 * @param {string} folder
 */
export async function pageTexts(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.tsx?$/.test(name) && !LEFT_OUT.test(name));
  const files = await Promise.all(
    names.sort().map(async (name) => ({ name, source: await readFile(path.join(folder, name), 'utf8') })),
  );
  return files.flatMap(({ name, source }) => textsOf(source, name).map((text) => ({ ...text, file: name })));
}

/**
 * The terms of the glossary, and what not to say for them.
 *
 * @param {string} markdown
 */
export function readGlossary(markdown) {
  return markdown.split('\n').flatMap((line) => {
    const [, term = '', meaning = '', avoid = ''] = /^\| \*\*(.+?)\*\* \| (.+?) \| (.*?) ?\|$/.exec(line) ?? [];
    return term === '' ? [] : [{ term, meaning, avoid: avoid === '–' ? [] : avoid.split(', ') }];
  });
}

/** Common words, and the terms of the glossary. */
async function knownWords() {
  const glossary = readGlossary(await readFile(path.join(ROOT, 'docs/glossary.md'), 'utf8'));
  const terms = glossary.flatMap(({ term }) => term.toLowerCase().split(/[ -]/));
  return new Set([...english.getMostPopular(COMMON), ...terms]);
}

/** @param {string} source a folder of sources */
export async function readPage(source) {
  const texts = await pageTexts(source);
  return measureTexts(
    texts.map(({ text }) => text),
    await knownWords(),
  );
}

/** @param {import('./measure.mjs').Readability} readability */
export function describeReadability({
  words,
  sentences,
  mean,
  longest,
  long,
  longShare,
  passiveShare,
  rare,
  rareShare,
  riddles,
}) {
  return [
    `words                        ${words}`,
    `sentences                    ${sentences}`,
    `words per sentence           ${mean.toFixed(1)}`,
    `longest sentence, words      ${longest.words}`,
    `sentences over ${LONG_FROM} words      ${long.length} (${percent(longShare)})`,
    `rare words, of all           ${percent(rareShare)} (${rare.size} different)`,
    `sentences in the passive     ${percent(passiveShare)}`,
    `sentences with a riddle      ${riddles.length}`,
  ].join('\n');
}

/** @param {import('./measure.mjs').Readability} readability */
export function listFindings({ long, riddles, rare }) {
  return [
    '',
    ...long.map(({ words, sentence }) => `${words}  ${sentence}`),
    '',
    ...riddles,
    '',
    [...rare].map(([word, count]) => `${word} ${count}`).join(', '),
  ].join('\n');
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)} %`;
