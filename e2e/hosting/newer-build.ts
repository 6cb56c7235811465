import { cp, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeBuild, SCRIPT } from '../../scripts/precache.mjs';

/**
 * The build as its next version would be: another title, and one part that is fetched late has another name.
 *
 * @returns its folder
 */
export async function newerBuild(dist: string, title: string, part: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'matinee-newer-'));
  await cp(dist, folder, { recursive: true });
  await edit(path.join(folder, 'index.html'), (html) => html.replace(/<title>.*<\/title>/, `<title>${title}</title>`));
  const assets = path.join(folder, 'assets');
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const [old] = scripts.filter((name) => name.startsWith(`${part}-`));
  if (old === undefined) throw new Error(`There is no ${part} in the build.`);
  const renamed = `${part}-Changed1.js`;
  for (const name of scripts) await edit(path.join(assets, name), (script) => script.replaceAll(old, renamed));
  await rename(path.join(assets, old), path.join(assets, renamed));
  const [before, now] = [JSON.stringify(await describeBuild(dist)), JSON.stringify(await describeBuild(folder))];
  await edit(path.join(folder, SCRIPT), (script) => script.replace(before, () => now));
  return folder;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}
