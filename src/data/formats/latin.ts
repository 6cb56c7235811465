/** The lines of a file that is UTF-8 or, where it is not valid as such, Latin-1: Latin-1 letters beside plain ones hardly ever are. */
export function linesOf(bytes: Uint8Array): readonly string[] {
  return decode(bytes)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
