/** Browsers offer hashing to pages from https and localhost alone; elsewhere a zip's own sums must do. */
export const canHash = (): boolean => isSecureContext;

/** In hexadecimal. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
