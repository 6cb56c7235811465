// @ts-check
// Prints how readable the texts of the page are; with --list every long sentence, riddle and rare word. --source takes another folder than src.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeReadability, listFindings, readPage } from './readability/page-texts.mjs';
import { ROOT } from './setup/run.mjs';

const { values } = parseArgs({ options: { list: { type: 'boolean' }, source: { type: 'string' } } });
const readability = await readPage(values.source ?? path.join(ROOT, 'src'));
console.log(describeReadability(readability));
if (values.list) console.log(listFindings(readability));
