import { parquetWriteBuffer } from 'hyparquet-writer';

/** A table of columns of equal length as a Parquet file. */
export function writeParquet(columns: Readonly<Record<string, readonly string[] | Int32Array | Float32Array>>): ArrayBuffer {
  return parquetWriteBuffer({
    columnData: Object.entries(columns).map(([name, data]) => {
      if (data instanceof Int32Array) return { name, data, type: 'INT32', nullable: false };
      return data instanceof Float32Array
        ? { name, data, type: 'FLOAT', nullable: false }
        : { name, data: [...data], type: 'STRING', nullable: false };
    }),
  });
}
