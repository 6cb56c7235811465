import katex from 'katex';
import './math-font.css';
import { letterOf } from './math-letters.ts';

/** Puts a formula into an element as MathML, once its font is there: the other way round, everything below it would move. */
export async function typeset(tex: string, into: HTMLElement, displayMode: boolean): Promise<void> {
  // Without the font the formula is still right: the browser takes another.
  await document.fonts.load('1em "STIX Two Math"', '∑').catch(() => undefined);
  katex.render(tex, into, { displayMode, output: 'mathml', throwOnError: false });
  for (const element of into.querySelectorAll('[mathvariant]')) {
    const letter = letterOf(element.getAttribute('mathvariant') as string, element.textContent);
    if (letter === null) continue;
    element.textContent = letter;
    element.removeAttribute('mathvariant');
  }
}
