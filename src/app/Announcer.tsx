import { useEffect, useState } from 'react';
import { useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { useSay } from '../ui/words.tsx';
import { announce } from './announce.ts';

/** Fast runs would have every epoch read aloud at once. */
const LEAST_MILLISECONDS = 5000;

const selectAnnouncement = (state: NotebookState) => announce(state.training);
const selectPhase = ({ training }: NotebookState) => training.run.phase;

/** Tells screen readers how the run goes: its turns at once, its epochs now and then. */
export function Announcer() {
  const text = useSay()(useNotebookState(selectAnnouncement));
  const phase = useNotebookState(selectPhase);
  const [said, setSaid] = useState({ text, phase, at: 0 });
  useEffect(() => {
    if (said.text === text) return;
    const wait = said.phase === phase ? Math.max(0, said.at + LEAST_MILLISECONDS - Date.now()) : 0;
    const timer = setTimeout(() => setSaid({ text, phase, at: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [text, phase, said]);
  return (
    <p className="visually-hidden" role="status">
      {said.text}
    </p>
  );
}
