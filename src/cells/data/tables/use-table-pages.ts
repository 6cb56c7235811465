import { useEffect, useRef, useState } from 'react';
import type { TablePage, TableQuery } from '../../../core/tables/table-pages.ts';
import { useActions } from '../../../state/hooks.ts';

type Row = TablePage['rows'][number];

interface Known {
  readonly query: TableQuery;
  readonly columns: TablePage['columns'];
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
}

const PAGE = 100;

/** Rows of a table as they come into view, page by page. What was there stays in view until an answer to a new query is there. */
export function useTablePages(query: TableQuery) {
  const { tablePage } = useActions();
  const [known, setKnown] = useState<Known | null>(null);
  const asked = useRef({ query, pages: new Set<number>() });

  const want = (first: number, last: number): void => {
    if (asked.current.query !== query) asked.current = { query, pages: new Set() };
    const { pages } = asked.current;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
      if (pages.has(page)) continue;
      pages.add(page);
      tablePage(query, page * PAGE, PAGE)
        .then(({ columns, total, rows }) => {
          if (asked.current.query !== query) return;
          setKnown((before) => {
            const others = before?.query === query ? before.pages : [];
            return { query, columns, total, pages: new Map([...others, [page, rows]]) };
          });
        })
        .catch(() => pages.delete(page));
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page of every query
  useEffect(() => want(0, 0), [query]);

  return {
    want,
    columns: known?.columns ?? [],
    total: known?.total ?? 0,
    isCurrent: known?.query === query,
    row: (at: number): Row | undefined => known?.pages.get(Math.floor(at / PAGE))?.[at % PAGE],
  };
}
