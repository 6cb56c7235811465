// @ts-check
import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../setup/run.mjs';

/** A file of a guide: its path, and what is written into it; of a file that exists, the lines that are added to it. */
/** @typedef {{ path: string, text: string, isEdit: boolean }} GuideFile */

/**
 * The fenced blocks of a guide that stand under a heading which is a path, such as "### `src/cells/list.ts`".
 *
 * @param {string} markdown
 * @returns {GuideFile[]}
 */
export function filesOf(markdown) {
  const sections = markdown.split(/^#+ /m);
  return sections.flatMap((section) => {
    const [, name] = /^`([^`]+)`\n/.exec(section) ?? [];
    const [, language, text = ''] = /^```(\w+)\n(.*?)^```$/ms.exec(section) ?? [];
    return name ? [{ path: name, text, isEdit: language === 'diff' }] : [];
  });
}

/**
 * Adds the lines marked with + behind the line that stands before them. A line of two at signs parts the hunks.
 *
 * @param {string} text
 * @param {string} diff
 * @throws Error where a line to add behind is not there, or more than once
 */
export function addLines(text, diff) {
  let lines = text.split('\n');
  for (const hunk of diff.split(/^@@\n/m)) {
    const [before, ...others] = hunk.trimEnd().split('\n');
    const at = lines.indexOf(/** @type {string} */ (before).slice(1));
    const added = others.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
    if (at < 0 || at !== lines.lastIndexOf(/** @type {string} */ (before).slice(1)))
      throw new Error(`No single line “${before}”.`);
    lines = [...lines.slice(0, at + 1), ...added, ...lines.slice(at + 1)];
  }
  return lines.join('\n');
}

/** What the checks and the build of the product read: tests are checked too, and use the folders of benches and stories; the page shows a document. */
const PROJECT = ['src', 'public', 'scripts', 'bench', 'e2e', 'docs', 'index.html', 'package.json', 'biome.json', 'knip.json'];
const CONFIGURATION = /^(tsconfig.*\.json|.*\.config\.ts|\.dependency-cruiser\.cjs)$/;
/** Python's packages for a bench. */
const LEFT_OUT = '.venv';

/**
 * Copies the project into a new folder inside it, so that packages are found. Git and all tools leave `test-results/` alone.
 *
 * @returns {Promise<string>} the path of the copy
 */
export async function copyProject() {
  const parent = path.join(ROOT, 'test-results');
  await mkdir(parent, { recursive: true });
  const copy = await mkdtemp(path.join(parent, 'guide-'));
  const names = [...PROJECT, ...(await readdir(ROOT)).filter((name) => CONFIGURATION.test(name))];
  const filter = (/** @type {string} */ source) => path.basename(source) !== LEFT_OUT;
  for (const name of names) await cp(path.join(ROOT, name), path.join(copy, name), { recursive: true, filter });
  return copy;
}

/**
 * Does what a guide says in a copy of the project.
 *
 * @param {string} copy
 * @param {readonly GuideFile[]} files
 * @throws the system's error where a new file exists already
 */
export async function follow(copy, files) {
  for (const { path: name, text, isEdit } of files) {
    const file = path.join(copy, name);
    if (isEdit) await writeFile(file, addLines(await readFile(file, 'utf8'), text));
    else {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text, { flag: 'wx' });
    }
  }
}

/**
 * Files of the project that are not the same in the copy.
 *
 * @param {string} copy
 * @returns {Promise<string[]>}
 */
export async function changedFiles(copy) {
  const entries = await readdir(path.join(ROOT, 'src'), { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(path.relative(ROOT, entry.parentPath), entry.name));
  const same = await Promise.all(
    names.map(async (name) => {
      const [original, copied] = await Promise.all([ROOT, copy].map((folder) => readFile(path.join(folder, name))));
      return /** @type {Buffer} */ (original).equals(/** @type {Buffer} */ (copied));
    }),
  );
  return names.filter((_, at) => !same[at]).map((name) => name.replaceAll(path.sep, '/'));
}
