const A_TABLE = 'Ratings are a table: one row for each rating.';

/** What files begin with that hold no ratings, or hold them packed in a way that no browser unpacks; null is any byte. */
const KINDS: readonly (readonly [what: string, remedy: string, ...bytes: readonly (number | null)[]])[] = [
  ['a picture', A_TABLE, 0xff, 0xd8, 0xff],
  ['a picture', A_TABLE, 0x89, 0x50, 0x4e, 0x47],
  ['a picture', A_TABLE, 0x47, 0x49, 0x46, 0x38],
  ['a picture', A_TABLE, 0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
  ['a picture', A_TABLE, 0x49, 0x49, 0x2a, 0x00],
  ['a picture', A_TABLE, 0x4d, 0x4d, 0x00, 0x2a],
  // HEIC and AVIF, as telephones take photographs, and MP4.
  ['a picture or a film', A_TABLE, null, null, null, null, 0x66, 0x74, 0x79, 0x70],
  ['a PDF', 'Export the table as CSV where it was made.', 0x25, 0x50, 0x44, 0x46],
  ['an old Excel workbook', 'Save it as .xlsx or CSV.', 0xd0, 0xcf, 0x11, 0xe0],
  ['a SQLite database', 'Export its table of ratings as CSV.', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
  ['packed by 7-Zip', 'Unpack it, and open what is in it.', 0x37, 0x7a, 0xbc, 0xaf],
  ['packed by RAR', 'Unpack it, and open what is in it.', 0x52, 0x61, 0x72, 0x21],
  ['packed by bzip2', 'Unpack it, and open what is in it.', 0x42, 0x5a, 0x68],
  ['packed by xz', 'Unpack it, and open what is in it.', 0xfd, 0x37, 0x7a, 0x58],
  ['packed by Zstandard', 'Unpack it, and open what is in it.', 0x28, 0xb5, 0x2f, 0xfd],
  ['a NumPy array', 'Save it with numpy.savetxt, or as a data frame with to_csv.', 0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59],
  ['an HDF5 file', 'Save its table of ratings as CSV.', 0x89, 0x48, 0x44, 0x46],
  ['a Feather file', 'Save the data frame with to_parquet or to_csv.', 0x41, 0x52, 0x52, 0x4f, 0x57, 0x31],
  ['a MATLAB file', 'Save its table of ratings as CSV.', 0x4d, 0x41, 0x54, 0x4c, 0x41, 0x42, 0x20, 0x35],
  ['a Python pickle', 'Save the data frame with to_csv or to_parquet.', 0x80, 0x04, 0x95],
];

/** What a file is that cannot be read as a table, by its first bytes, and what to do; null where it may be one. */
export function otherFile(head: Uint8Array): { readonly what: string; readonly remedy: string } | null {
  const found = KINDS.find(([, , ...bytes]) => bytes.every((byte, at) => byte === null || head[at] === byte));
  return found ? { what: found[0], remedy: found[1] } : null;
}
