// @ts-check
import ts from 'typescript';

/** A text that the page shows, with an X for each value that is put in, and the line where it begins. */
/** @typedef {{ text: string, line: number }} Text */

/** Elements that stand within a sentence. */
const INLINE = ['a', 'abbr', 'cite', 'code', 'em', 'kbd', 'span', 'strong'];
/** Attributes that are never read. */
const UNREAD = /^(className|d|viewBox|tex|href|transform|points|id|htmlFor)$/;
/** Errors that tell a developer of a mistake in the code; what users can do something about is a LabError. */
const OF_DEVELOPERS = /^(Error|RangeError|TypeError|DOMException|PartMissing|ThreadFailure)$/;
const PROSE = /\p{Ll}[\p{L}’-]*\s+(\S+\s+)*?\p{L}[\p{L}’-]*\s+(\S+\s+)*?\p{L}/u;
const PYTHON = /^(import|from|def|class|for|while|print\(|\w+ = )/m;

/**
 * The texts of three words or more in a source file; of Python code, its comments and docstrings.
 *
 * @param {string} source
 * @param {string} fileName
 * @returns {Text[]}
 */
export function textsOf(source, fileName) {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  /** @type {Text[]} */
  const texts = [];
  /** @param {string} text @param {ts.Node} node */
  const add = (text, node) => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    for (const part of PYTHON.test(text) ? commentsOf(text) : [text]) {
      const plain = part.replace(/\s+/g, ' ').trim();
      if (PROSE.test(plain) && !/[\\{}]|=>|[\w)]\(/.test(plain)) texts.push({ text: plain, line });
    }
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (isUnread(node)) return;
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      if (node.children.some((child) => ts.isJsxText(child) && /\p{L}/u.test(child.text))) add(flatten(node.children), node);
    } else if (ts.isStringLiteralLike(node)) add(node.text, node);
    else if (ts.isTemplateExpression(node)) add(templateText(node), node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}

/** @param {ts.Node} node */
function isUnread(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return true;
  if (ts.isJsxAttribute(node)) return UNREAD.test(node.name.getText());
  return ts.isNewExpression(node) && OF_DEVELOPERS.test(node.expression.getText());
}

/** @param {ts.NodeArray<ts.JsxChild>} children @returns {string} */
function flatten(children) {
  return children.map(childText).join('');
}

/** @param {ts.JsxChild} child @returns {string} */
function childText(child) {
  if (ts.isJsxText(child)) return child.text;
  if (ts.isJsxElement(child)) return INLINE.includes(child.openingElement.tagName.getText()) ? flatten(child.children) : ' X ';
  if (ts.isJsxExpression(child) && child.expression)
    return ts.isStringLiteralLike(child.expression) ? child.expression.text : 'X';
  return '';
}

/** @param {ts.TemplateExpression} template */
const templateText = ({ head, templateSpans }) => head.text + templateSpans.map(({ literal }) => `X${literal.text}`).join('');

/** @param {string} code @returns {string[]} */
const commentsOf = (code) =>
  [...code.matchAll(/(?:^|\s)# ?(.+)$|"""(.+?)"""/gms)].map(
    ([, comment, docstring]) => (comment ?? docstring ?? '').split('\n')[0] ?? '',
  );
