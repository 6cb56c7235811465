import { cp, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeBuild, SCRIPT } from '../../scripts/precache.mjs';

/**
 * The build as its next version would be: another title, and other names of all that is named by its content.
 *
 * @returns its folder
 */
export async function newerBuild(dist: string, title: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'matinee-newer-'));
  await cp(dist, folder, { recursive: true, filter: (name) => !name.endsWith('.map') });
  const assets = path.join(folder, 'assets');
  const names = await readdir(assets);
  for (const name of names) await rename(path.join(assets, name), path.join(assets, renamed(name)));
  const texts = names.filter((name) => /\.(js|css)$/.test(name)).map((name) => path.join(assets, renamed(name)));
  const page = path.join(folder, 'index.html');
  const anyName = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  for (const file of [page, ...texts]) await edit(file, (text) => text.replace(anyName, renamed));
  await edit(page, (html) => html.replace(/<title>.*<\/title>/, `<title>${title}</title>`));
  const [before, now] = [JSON.stringify(await describeBuild(dist)), JSON.stringify(await describeBuild(folder))];
  await edit(path.join(folder, SCRIPT), (script) => script.replace(before, () => now));
  return folder;
}

/** Another hash of eight characters. */
const renamed = (name: string): string => name.replace(/-[\w-]{4}([\w-]{4}\.\w+)$/, '-next$1');

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}
