/** A heading of the glossary, with its terms and what they mean. */
export interface GlossarySection {
  readonly title: string;
  readonly terms: readonly { readonly term: string; readonly meaning: string }[];
}

/** The tables of `docs/glossary.md`, without the words to avoid. */
export function readGlossary(markdown: string): readonly GlossarySection[] {
  const [, ...sections] = markdown.split(/^## /m);
  return sections.map((section) => ({
    title: section.slice(0, section.indexOf('\n')),
    terms: [...section.matchAll(/^\| \*\*(.+?)\*\* \| (.+?) \|/gm)].map(([, term = '', meaning = '']) => ({ term, meaning })),
  }));
}
