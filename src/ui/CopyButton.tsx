import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the label: "code", "link". */
  readonly what: string;
}

const FEEDBACK_MILLISECONDS = 2500;

const WORDS = { copied: 'Copied', failed: 'Not allowed here: select and copy it yourself' } as const;

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<keyof typeof WORDS | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), FEEDBACK_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <>
      <Button look="quiet" icon={outcome === 'copied' ? 'check' : 'copy'} onClick={copy}>
        {outcome === null ? `Copy ${what}` : WORDS[outcome]}
      </Button>
      <span className="visually-hidden" role="status">
        {outcome && WORDS[outcome]}
      </span>
    </>
  );
}
