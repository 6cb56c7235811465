const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#x27': "'", '#39': "'" };

const decoded = (text: string): string => text.replace(/&([\w#]+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** An explanation of a cell, as it is drawn before its formulas are set, as Markdown with TeX. */
export function markdownOf(html: string): string {
  const text = html
    .replace(/<figure[^>]*>(?:(?!<\/figure>).)*?<code[^>]*>(.*?)<\/code><span><\/span><\/figure>/gs, '\n\n$$$$$1$$$$\n\n')
    .replace(/<code[^>]*>((?:(?!<\/code>).)*)<\/code><span><\/span>/gs, '$$$1$$')
    .replace(/<table[^>]*>(.*?)<\/table>/gs, (_, inner: string) => `\n\n${tableOf(inner)}\n\n`)
    .replace(/<code[^>]*>(.*?)<\/code>/gs, '`$1`')
    .replace(/<(strong|b)(?: [^>]*)?>(.*?)<\/\1>/gs, '**$2**')
    .replace(/<(em|i)(?: [^>]*)?>(.*?)<\/\1>/gs, '*$2*')
    .replace(/<li[^>]*>/g, '\n- ')
    .replace(/<h\d[^>]*>(.*?)<\/h\d>/gs, '\n\n**$1**\n\n')
    .replace(/<\/(p|ul|ol|div)>/g, '\n\n')
    .replace(/<[^>]+>/g, '');
  return decoded(text)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The caption says what the page says beside it already. */
function tableOf(html: string): string {
  const rows = [...html.replace(/<caption.*?<\/caption>/gs, '').matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t([hd])[^>]*?(?:\/>|>(.*?)<\/t\1>)/gs)].map(([, , cell = '']) => withoutBars(cell).trim()),
  );
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** A bar would end the cell: in TeX it has a name, elsewhere it is escaped. */
function withoutBars(html: string): string {
  const text = html.replace(/<[^>]+>/g, '');
  return text.startsWith('$') ? text.replaceAll('\\|', '\\Vert ').replaceAll('|', '\\vert ') : text.replaceAll('|', '\\|');
}
