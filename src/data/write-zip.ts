import JSZip from 'jszip';

/** A zip of these files by their names. */
export async function writeZip(files: Readonly<Record<string, string | ArrayBuffer>>): Promise<Blob> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) {
    // Trained numbers cannot be packed; texts can.
    zip.file(name, content, { compression: typeof content === 'string' ? 'DEFLATE' : 'STORE' });
  }
  return new Blob([await zip.generateAsync({ type: 'arraybuffer' })]);
}
