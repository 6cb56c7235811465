const MISSING = /^(|na|n\/a|#n\/a|nan|null|none|nil|\\n|[-–?.])$/i;

const NO_ID = new Set(['', 'NA', 'N/A', '#N/A', 'NaN', 'nan', 'null', 'NULL', 'None', '\\N']);

/** Whether a field says that there is no id. Somebody may be called Na. */
export const isNoId = (text: string): boolean => NO_ID.has(text);

/** Whether a line says something to who reads the file. */
export const isComment = (line: string): boolean => /^\s*(#|%|\/\/|--)/.test(line);

/** Whether a field says that there is nothing: empty, NA, NaN, null and the like. */
export const isMissing = (text: string): boolean => text.length < 6 && MISSING.test(text.trim());
