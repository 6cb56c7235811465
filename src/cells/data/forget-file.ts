import type { KeptData } from '../../core/kept-files.ts';
import { releaseOf } from '../../core/releases.ts';
import type { ClientOf } from '../../lab/wire.ts';
import type { KeptChoice } from '../../state/data-choice.ts';
import type { Step } from '../../state/undo-state.ts';
import type { DataCalls, KeptFile } from './contract.ts';

interface Forgotten {
  readonly kept: KeptData;
  /** How that is undone; null where the file could not be read before it went. */
  readonly step: Step<KeptFile | null> | null;
}

/** Deletes a kept file; `show` is told what is kept after each undoing of that. */
export async function forgetFile(
  { forgetData, putBackData }: ClientOf<DataCalls>,
  set: KeptChoice | null,
  id: string,
  show: (kept: KeptData) => void,
): Promise<Forgotten> {
  const { removed, kept } = await forgetData({ id });
  const name = releaseOf(set?.sha256 ?? null)?.title ?? `“${set?.file}”`;
  const put = async (record: KeptFile | null): Promise<boolean> => {
    show(record ? await putBackData({ record }) : (await forgetData({ id })).kept);
    return true;
  };
  const step = removed && { words: `${name} deleted from this browser.`, before: removed, after: null, put };
  return { kept, step };
}
