import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';
import { Pending } from './Reserved.tsx';

type Found<Props> = { readonly Part: ComponentType<Props> } | 'missing' | null;

/**
 * A component that is fetched when it is first shown: what most visitors never open should not delay the page. Without React's Suspense, which
 * holds back what has arrived for 0.3 seconds after it has shown that something is to come.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let arrived: Found<Props> = null;
  return function Later(props: Props) {
    const [found, setFound] = useState(arrived);
    const fetchIt = useCallback(async () => {
      setFound(null);
      try {
        arrived = { Part: await load() };
        setFound(arrived);
      } catch {
        setFound('missing');
      }
    }, []);
    useEffect(() => {
      if (arrived === null) void fetchIt();
      else setFound(arrived);
    }, [fetchIt]);
    if (found === null) return <Pending />;
    if (found === 'missing') return <Missing onRetry={() => void fetchIt()} />;
    const { Part } = found;
    return <Part {...props} />;
  };
}

interface MissingProps {
  readonly onRetry: () => void;
}

/** Stands in the place of what did not arrive. */
function Missing({ onRetry }: MissingProps) {
  const retry = (): void => {
    refetchStyles();
    onRetry();
  };
  return (
    <Notice tone="failed" message="A part of this page could not be fetched." remedy="Connect to the network, then try again.">
      <Button onClick={retry}>Try again</Button>
    </Notice>
  );
}

/** Vite asks for a style sheet once, and goes without it the next time. */
function refetchStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (link.sheet === null) link.replaceWith(link.cloneNode());
  }
}
