import { bundleFiles } from '../../../core/file-bundle.ts';

interface PickedFile {
  /** With the folders that were dropped. */
  readonly path: string;
  readonly file: File;
}

/**
 * What was picked or dropped as one file: several, and those in folders, become a bundle. `entries` are what was dropped, where
 * the browser tells files and folders apart; `files` what it names else.
 */
export async function gatherFiles(entries: readonly FileSystemEntry[], files: readonly File[]): Promise<File | null> {
  const found = entries.length > 0 ? (await Promise.all(entries.map(filesOf))).flat() : [];
  const picked = found.length > 0 ? found : files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  return picked.length > 1 ? bundleFiles(picked) : (picked[0]?.file ?? null);
}

async function filesOf(entry: FileSystemEntry): Promise<readonly PickedFile[]> {
  if (entry.isDirectory) {
    const children = await childrenOf((entry as FileSystemDirectoryEntry).createReader());
    return (await Promise.all(children.map(filesOf))).flat();
  }
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
  return [{ path: entry.fullPath.replace(/^\//, ''), file }];
}

/** A reader tells some at a time, and none at the end. */
async function childrenOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
