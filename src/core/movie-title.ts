/** Articles with the letters as GroupLens writes them, since "LA" and "IL" are places. */
const ARTICLES = "The|the|THE|A|An|Le|La|Les|L'|L’|Un'|Une|Der|Das|Ein|Eine|El|Los|Las|Una|Il|Gli|Het|Een|Ett|Um|Uma";
/** Articles that end English titles too, as in "Run, Hide, Die": they count only after the only comma. */
const AMBIGUOUS = 'Die|I|O|Os|As|Un|Lo|De|Den|Det|En|Et|Da';
/** Where a title begins: at the start, or in brackets, after "a.k.a." */
const START = String.raw`(^|[([](?:[aA]\.?[kK]\.?[aA]\.?\s+)?)`;
/** Where it ends: at brackets, before a subtitle, or at the end. */
const END = String.raw`(?=\s*(?:[()[\]]|:|$))`;
const USUAL = new RegExp(`${START}([^()[\\]]+),\\s+(${ARTICLES})${END}`, 'g');
const ONLY_COMMA = new RegExp(`${START}([^()[\\],]+),\\s+(${AMBIGUOUS})${END}`, 'g');

/**
 * A title as one reads it: "English Patient, The" → "The English Patient", and the same of each title in brackets,
 * "Postman, The (Postino, Il)" → "The Postman (Il Postino)". Titles without such an article stay as they are.
 */
export function readableTitle(raw: string): string {
  if (!raw.includes(',')) return raw;
  return raw.replace(USUAL, articleFirst).replace(ONLY_COMMA, articleFirst);
}

/** A title without the other names in brackets at its end, where there are several of them: with one it is short enough. */
export const shortTitle = (title: string): string => /^(.*?\S)(?:\s*\([^()]*\)){2,}$/.exec(title)?.[1] ?? title;

/** What a search is looked for in: a title in small letters, as it is written and as one reads it. */
export function searchableTitle(raw: string): string {
  const readable = readableTitle(raw);
  return (readable === raw ? raw : `${raw}\n${readable}`).toLowerCase();
}

const articleFirst = (_: string, start: string, rest: string, article: string): string =>
  `${start}${article}${/['’]$/.test(article) ? '' : ' '}${rest}`;
