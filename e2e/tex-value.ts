/** What TeX made of numbers alone comes to. */
export function valueOfTex(tex: string): number {
  const script = tex
    .replace(/\\cdot 10\^\{(-?\d+)\}/g, '* 1e$1')
    .replace(/_\{\\text\{[^}]*\}\}/g, '')
    .replaceAll('\\underbrace', '')
    .replace(/\\t?frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, '(($1)/($2))')
    .replace(/\\sqrt\{([^{}]*)\}/g, 'Math.sqrt($1)')
    .replaceAll('\\cdot', '*')
    .replace(/\\left|\\right/g, '')
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replace(/(\([^()]*\)|[\d.]+)\^2/g, '(($1)*($1))');
  if (!/^[\d\s.e()+*/Mathsqr-]*$/.test(script)) throw new Error(`Not numbers alone: ${tex}`);
  return new Function(`return ${script}`)() as number;
}

/** The terms of a sum, without what stands in brackets. */
function addendsOf(tex: string): readonly string[] {
  const terms = [''];
  let depth = 0;
  for (const part of tex.split(/( [+-] )|(?<=[{}()])|(?=[{}()])/).filter(Boolean)) {
    if (/[{(]$/.test(part)) depth++;
    if (/^[})]/.test(part)) depth--;
    if (depth === 0 && /^ [+-] $/.test(part)) terms.push('');
    else terms[terms.length - 1] += part;
  }
  return terms;
}

/**
 * How far the last two sides of an equation are apart, what comes after a comma left out: at most 1 where they agree as far as four digits of
 * each term can tell.
 */
export function mismatch(tex: string): number {
  const [worked = '', result = ''] = (tex.split(', \\q')[0] as string).split(' = ').slice(-2);
  const sizes = addendsOf(worked).map((term) => Math.abs(valueOfTex(term)));
  const allowed = 2e-3 * sizes.reduce((sum, size) => sum + size, 0);
  const apart = Math.abs(valueOfTex(worked) - valueOfTex(result));
  return apart === 0 ? 0 : apart / allowed;
}
