// @ts-check

/** @typedef {{ sentence: string, words: number }} Sentence */
/** @typedef {{ texts: number, words: number, sentences: number, mean: number, longest: Sentence, long: Sentence[], longShare: number, passiveShare: number, rare: Map<string, number>, rareShare: number, riddles: string[] }} Readability */

/** A sentence of more words is long. */
export const LONG_FROM = 25;

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu;
const PASSIVE =
  /\b(is|are|was|were|be|been|being)\s+(not\s+|only\s+|then\s+|also\s+)?(\w+ed|made|given|taken|held|kept|shown|drawn|known|seen|found|put|read|chosen|built|left|said|told|lost)\b/i;

/** Ways to write that have to be read twice: clauses in place of nouns, and idioms. */
const RIDDLES = [
  /\bwhat (is|was|were) (not )?\w+(ed|en) (is|was|has|trains?|ranks?)\b/i,
  /\bby heart\b|\bin one go\b|\bhad their turn\b|\blove and hate\b|\bslow motion\b/i,
  /\b(alike|anew|nudged|surer|unasked|whoever)\b/i,
  /\b(made small|held back|(double|doubles) as|stands? in for|(will|would) be here)\b/i,
  /\bgo(es)? by (how|it|the|them|their)\b/i,
];

/**
 * @param {readonly string[]} texts
 * @param {ReadonlySet<string>} known common words and terms, in lower case
 * @returns {Readability}
 */
export function measureTexts(texts, known) {
  const sentences = texts.flatMap(sentencesOf);
  const counts = sentences.map((sentence) => ({ sentence, words: tokensOf(sentence).length }));
  const words = counts.reduce((sum, one) => sum + one.words, 0);
  const sorted = counts.toSorted((a, b) => b.words - a.words);
  const long = sorted.filter((one) => one.words > LONG_FROM);
  const rare = countRare(sentences, known);
  return {
    texts: texts.length,
    words,
    sentences: sentences.length,
    mean: words / sentences.length,
    longest: sorted[0] ?? { sentence: '', words: 0 },
    long,
    longShare: long.length / sentences.length,
    passiveShare: sentences.filter((sentence) => PASSIVE.test(sentence)).length / sentences.length,
    rare,
    rareShare: [...rare.values()].reduce((sum, count) => sum + count, 0) / words,
    riddles: sentences.filter((sentence) => RIDDLES.some((riddle) => riddle.test(sentence))),
  };
}

/** @param {string} text @returns {string[]} */
const sentencesOf = (text) =>
  text.split(/(?<=[\p{L}\p{N})”’%…][.!?…])\s+(?=[\p{Lu}\p{N}“(−])/u).filter((part) => /\p{L}/u.test(part));

/** @param {string} sentence @returns {string[]} */
const tokensOf = (sentence) => sentence.match(TOKEN) ?? [];

/** @param {readonly string[]} sentences @param {ReadonlySet<string>} known @returns {Map<string, number>} */
function countRare(sentences, known) {
  /** @type {Map<string, number>} */
  const rare = new Map();
  for (const sentence of sentences) {
    for (const [at, token] of tokensOf(sentence).entries()) {
      // Names and labels: capitals within a sentence, and what has digits or dots in it.
      if ((at > 0 && /\p{Lu}/u.test(token)) || !/^[\p{L}’-]{3,}[.,]?$/u.test(token)) continue;
      const word = token.toLowerCase().replace(/[.,]$/, '').replace(/’s?$/, '');
      if (!word.split('-').every((part) => formsOf(part).some((form) => known.has(form))))
        rare.set(word, (rare.get(word) ?? 0) + 1);
    }
  }
  return new Map([...rare].sort(([, a], [, b]) => b - a));
}

/** A word and what it may be a form of. @param {string} word @returns {string[]} */
function formsOf(word) {
  const bare = word.replace(/^un|^re(?=\w{4})/, '');
  return [word, bare].flatMap((one) => {
    const stem = one.replace(/(s|es|ed|d|ing|ly|er|ers|est|ness|ment|ation|able)$/, '');
    return [
      one,
      stem,
      `${stem}e`,
      stem.replace(/(.)\1$/, '$1'),
      stem.replace(/i$/, 'y'),
      one.replace(/ies$/, 'y'),
      one.replace(/e?s$/, ''),
      one.replace(/ably$|ibly$/, 'able'),
    ];
  });
}
