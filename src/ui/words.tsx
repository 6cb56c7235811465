import { Children, cloneElement, createContext, Fragment, isValidElement, type ReactNode, useContext } from 'react';

/** Puts a text into the words of the data that is loaded. */
export type Say = (text: string) => string;

const Words = createContext<Say>((text) => text);

export const WordsProvider = Words.Provider;

export const useSay = (): Say => useContext(Words);

/** Prose in the words of the data: all text in it but what other components show, and what is marked `translate="no"`. */
export function InWords({ children }: { readonly children: ReactNode }) {
  return sayAll(children, useSay());
}

function sayAll(node: ReactNode, say: Say): ReactNode {
  return Children.map(node, (child) => {
    if (typeof child === 'string') return say(child);
    if (!isValidElement<{ children?: ReactNode; translate?: string }>(child)) return child;
    const isPlain = typeof child.type === 'string' || child.type === Fragment;
    return isPlain && child.props.children && child.props.translate !== 'no'
      ? cloneElement(child, {}, sayAll(child.props.children, say))
      : child;
  });
}
