import { type ComponentType, lazy, Suspense } from 'react';
import { Pending } from './Reserved.tsx';

/** A component that is fetched when it is first shown: what most visitors never open should not delay the page. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Fetched = lazy(async () => ({ default: await load() }));
  return function Later(props: Props) {
    return (
      <Suspense fallback={<Pending />}>
        <Fetched {...props} />
      </Suspense>
    );
  };
}
