import { LabError } from '../core/errors.ts';

/** All bytes of a file. Throws a LabError where it is no longer what it was when it was picked; `what` is what sentences call it. */
export async function readBytes(file: Blob, what: string): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer().catch(unreadable(what)));
}

export function unreadable(what: string): (cause: unknown) => never {
  return (cause) => {
    const message = `${what} cannot be read: ${cause instanceof Error ? cause.message : cause}`;
    throw new LabError('data-missing', message, 'The file may have been moved or changed. Open it again.', { cause });
  };
}
