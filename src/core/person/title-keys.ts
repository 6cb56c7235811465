/** How much of a title a key stands for: all of it, all but its article, another title in brackets, or what is before a colon. */
export type KeyKind = 'whole' | 'article' | 'other-title' | 'first-part';

export interface TitleKey {
  readonly key: string;
  readonly kind: KeyKind;
}

const ARTICLES = "the|a|an|le|la|les|l'|un|une|der|die|das|ein|eine|el|los|las|una|il|lo|gli|i|o|os|as|den|det|de|het|een|en|ett";
const AT_END = new RegExp(`^(.+), (${ARTICLES})$`, 'i');
const AT_START = new RegExp(String.raw`^(?:(?:${ARTICLES.replace("l'|", '')})\s+|l')(?=.)`, 'i');
const ALSO = /^(a\.?k\.?a\.?|also known as|original title:?)\s+/i;
const FIRST_PART = /^(.+?)(?::\s|\s[-–—]\s)/;
/** "M" is the first part of too much. */
const SHORTEST_PART = 3;

/** The keys that a title goes by, each once, with the closest kind. Never empty. Two titles may be the same where they share a key. */
export function titleKeys(title: string): readonly TitleKey[] {
  const keys = new Map<string, KeyKind>();
  const add = (text: string, kind: KeyKind): void => {
    const key = plainKey(text);
    if (key !== '' && !keys.has(key)) keys.set(key, kind);
  };
  const written = title.replaceAll('’', "'").replace(/\s+/g, ' ').trim();
  const { outside, inside } = withoutBrackets(written);
  const whole = [withArticle(written), withArticle(outside)];
  // What stands in brackets after a number sign is a series.
  const others = inside.filter((text) => !text.includes('#')).map((text) => withArticle(text.trim().replace(ALSO, '')));
  for (const text of whole) add(text, 'whole');
  for (const text of whole) add(withoutArticle(text), 'article');
  for (const text of others) add(text, 'other-title');
  for (const text of others) add(withoutArticle(text), 'other-title');
  const [, part = ''] = FIRST_PART.exec(outside) ?? [];
  if (plainKey(part).length >= SHORTEST_PART) for (const text of [part, withoutArticle(part)]) add(text, 'first-part');
  if (keys.size === 0) keys.set(written.toLowerCase(), 'whole');
  return Array.from(keys, ([key, kind]) => ({ key, kind }));
}

/** What stands outside of the outermost brackets, and in each of them. */
function withoutBrackets(title: string): { readonly outside: string; readonly inside: readonly string[] } {
  const inside: string[] = [];
  let [outside, open, depth] = ['', '', 0];
  for (const letter of title) {
    const before = depth;
    if (letter === '(' || letter === '[') depth++;
    else if ((letter === ')' || letter === ']') && depth > 0) depth--;
    if (before === 0 && depth === 0) outside += letter;
    else if (before > 0 && depth > 0) open += letter;
    else if (depth === 0) inside.push(open);
    else open = '';
    if (before !== 0 && depth === 0) outside += ' ';
  }
  // One that is never closed is a letter.
  return { outside: (depth > 0 ? `${outside} ${open}` : outside).replace(/\s+/g, ' ').trim(), inside };
}

/** "Matrix, The" → "The Matrix". */
function withArticle(title: string): string {
  const [, rest, article] = AT_END.exec(title) ?? [];
  if (rest === undefined || article === undefined) return title;
  return article.endsWith("'") ? `${article}${rest}` : `${article} ${rest}`;
}

const withoutArticle = (title: string): string => title.replace(AT_START, '');

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  '&': ' and ',
};

/** Small letters and digits alone, accents taken off. */
const plainKey = (text: string): string => plainLetters(text).replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/** The words of a title or a name, as `plainKey` writes them. */
export const plainWords = (text: string): readonly string[] =>
  plainLetters(text)
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');

const plainLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøđðłþı&]/g, (letter) => LETTERS[letter] as string);
