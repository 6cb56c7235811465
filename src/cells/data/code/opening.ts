import type { DataLayout } from '../../../core/data-source.ts';

/** How Python gets at the files that the data came in. */
export interface Opening {
  /** The package that it takes; null where it takes none. */
  readonly imports: 'zipfile' | 'tarfile' | null;
  /** An expression for a file by its name. */
  open(name: string): string;
  /** Puts what reads the files where they can be read. */
  around(code: string): string;
}

const indented = (code: string): string => code.replace(/^(?=.)/gm, '    ');

const ZIP: Opening = {
  imports: 'zipfile',
  open: (name) => `archive.open(find(${JSON.stringify(name)}))`,
  around: (code) => `with zipfile.ZipFile(path) as archive:
    find = lambda name: next(entry for entry in archive.namelist() if entry.rpartition("/")[2] == name)
${indented(code)}`,
};

const TAR: Opening = {
  imports: 'tarfile',
  open: (name) => `archive.extractfile(find(${JSON.stringify(name)}))`,
  around: (code) => `with tarfile.open(path) as archive:
    find = lambda name: next(entry for entry in archive if entry.name.rpartition("/")[2] == name)
${indented(code)}`,
};

/** A workbook or Parquet as the CSV that everything else is read from. */
function asCsv(name: string, from: string): string {
  if (/\.parquet$/i.test(name)) return `io.StringIO(pd.read_parquet(${from}).to_csv(index=False))`;
  const sheet = /\.xlsx:(.*)$/i.exec(name)?.[1];
  if (sheet === undefined) return from;
  return `io.StringIO(pd.read_excel(${from}, sheet_name=${JSON.stringify(sheet)}, header=None).to_csv(index=False, header=False))`;
}

const fileOf = (name: string): string => name.replace(/(\.xlsx):.*$/i, '$1');

const FILES: Opening = { imports: null, open: (name) => `open(${JSON.stringify(name)}, "rb")`, around: (code) => code };
/** pandas unpacks a .gz by itself. */
const ALONE: Opening = { imports: null, open: () => 'path', around: (code) => code };

export function openingOf(layout: DataLayout): Opening {
  const { open, ...others } = openingIn(layout);
  return { ...others, open: (name) => asCsv(name, open(fileOf(name))) };
}

function openingIn({ container }: DataLayout): Opening {
  switch (container) {
    case 'zip':
      return ZIP;
    case 'tar':
      return TAR;
    case 'files':
      return FILES;
    default:
      return ALONE;
  }
}
