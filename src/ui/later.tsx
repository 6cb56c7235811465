import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';
import { Pending } from './Reserved.tsx';

/** A component that is fetched when it is first shown: what most visitors never open should not delay the page. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  // What could not be fetched is remembered by `lazy`, so another one takes its place.
  const open = () => lazy(async () => ({ default: await fetchIt(load) }));
  let Fetched = open();
  const retry = (): void => {
    refetchStyles();
    Fetched = open();
  };
  return function Later(props: Props) {
    return <Arrival onRetry={retry}>{() => <Fetched {...props} />}</Arrival>;
  };
}

class PartMissing extends Error {}

async function fetchIt<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    throw new PartMissing('A part of this page could not be fetched', { cause });
  }
}

/** Vite asks for a style sheet once, and goes without it the next time. */
function refetchStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    if (link.sheet === null) link.replaceWith(link.cloneNode());
  }
}

interface ArrivalProps {
  readonly onRetry: () => void;
  readonly children: () => ReactNode;
}

interface ArrivalState {
  readonly fault: { readonly thrown: unknown } | null;
}

/** Shows what is fetched once it is there; where it does not arrive, says so in its place. Other faults are passed on. */
class Arrival extends Component<ArrivalProps, ArrivalState> {
  override state: ArrivalState = { fault: null };

  static getDerivedStateFromError(thrown: unknown): ArrivalState {
    return { fault: { thrown } };
  }

  override render(): ReactNode {
    const { onRetry, children } = this.props;
    const { fault } = this.state;
    if (fault === null) return <Suspense fallback={<Pending />}>{children()}</Suspense>;
    if (!(fault.thrown instanceof PartMissing)) throw fault.thrown;
    const retry = (): void => {
      onRetry();
      this.setState({ fault: null });
    };
    return (
      <Notice tone="failed" message={`${fault.thrown.message}.`} remedy="Connect to the network, then try again.">
        <Button onClick={retry}>Try again</Button>
      </Notice>
    );
  }
}
