import JSZip from 'jszip';

export interface Npz {
  /** What model.json says of the graph. */
  readonly nodes: readonly { readonly name: string; readonly offset?: number }[];
  /** @throws Error where the file has no such array */
  array(name: string): Float32Array | Int32Array;
}

/** Reads an .npz file as NumPy defines it, with no code of the product. */
export async function readNpz(bytes: Uint8Array): Promise<Npz> {
  const zip = await JSZip.loadAsync(bytes);
  const arrays = new Map<string, Float32Array | Int32Array>();
  for (const [name, file] of Object.entries(zip.files)) {
    if (name.endsWith('.npy')) arrays.set(name.replace(/\.npy$/, ''), readNpy(await file.async('uint8array')));
  }
  const { graph } = JSON.parse((await zip.file('model.json')?.async('string')) ?? '{}');
  return {
    nodes: graph.nodes,
    array(name) {
      const found = arrays.get(name);
      if (!found) throw new Error(`There is no array ${name} among ${[...arrays.keys()].join(', ')}`);
      return found;
    },
  };
}

function readNpy(bytes: Uint8Array): Float32Array | Int32Array {
  const length = (bytes[8] as number) + 256 * (bytes[9] as number);
  const header = new TextDecoder().decode(bytes.subarray(10, 10 + length));
  const values = bytes.slice(10 + length).buffer;
  return header.includes("'<f4'") ? new Float32Array(values) : new Int32Array(values);
}
