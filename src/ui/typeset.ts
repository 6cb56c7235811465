import katex from 'katex';
import './math-font.css';

/** Puts a formula into an element as MathML, once its font is there: the other way round, everything below it would move. */
export async function typeset(tex: string, into: HTMLElement, displayMode: boolean): Promise<void> {
  // Without the font the formula is still right: the browser takes another.
  await document.fonts.load('1em "STIX Two Math"', '∑').catch(() => undefined);
  katex.render(tex, into, { displayMode, output: 'mathml', throwOnError: false });
}
