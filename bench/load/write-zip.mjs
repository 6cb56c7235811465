// @ts-check
import { open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/**
 * Writes a zip with one file whose text comes piece by piece, however long: the sums and sizes are put in afterwards.
 *
 * @param {string} path
 * @param {string} name of the file in the zip, ASCII
 * @param {Iterable<string>} texts
 * @returns {Promise<void>}
 */
export async function writeZip(path, name, texts) {
  const file = await open(path, 'w');
  const header = 30 + name.length;
  let [sum, size, packed] = [0, 0, 0];
  const deflate = createDeflateRaw({ level: 6 });
  const written = (async () => {
    for await (const piece of deflate) {
      await file.write(piece, 0, piece.length, header + packed);
      packed += piece.length;
    }
  })();
  for (const text of texts) {
    const bytes = Buffer.from(text, 'latin1');
    sum = crc32(bytes, sum);
    size += bytes.length;
    if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await written;
  // Version, flags, method, time and date, sum, sizes, lengths of the name and of what is extra.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt16LE(0x21, 8);
  common.writeUInt32LE(sum, 10);
  common.writeUInt32LE(packed, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name)]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(header + packed, 16);
  await file.write(local, 0, local.length, 0);
  await file.write(Buffer.concat([central, end]), 0, central.length + end.length, header + packed);
  await file.close();
}
