import type { FilePreview, PreviewedRating } from '../../../core/table-preview.ts';
import { Table } from '../../../ui/Table.tsx';
import { TableFrame } from '../../../ui/TableFrame.tsx';
import styles from '../sources/ColumnMappingForm.module.css';

interface RatingsPreviewProps {
  readonly preview: Pick<FilePreview, 'ratings' | 'mapping'>;
}

type Shown = readonly [title: string, isShown: boolean, text: (rating: PreviewedRating) => string | number];

/** The first ratings as they will be read. */
export function RatingsPreview({ preview: { ratings, mapping } }: RatingsPreviewProps) {
  const all: readonly Shown[] = [
    ['User', true, ({ user }) => user],
    ['Movie or item', true, ({ item }) => item],
    ['Rating', true, ({ rating }) => Number(rating.toPrecision(6))],
    ['Time', mapping.timestamp !== undefined, ({ seconds }) => momentOf(seconds)],
    ['Title', mapping.title !== undefined, ({ title }) => title],
    ['Genres', mapping.genres !== undefined, ({ genres }) => genres.join(', ')],
    ['Year', mapping.title !== undefined || mapping.year !== undefined, ({ year }) => year ?? 'none'],
  ];
  const shown = all.filter(([, isShown]) => isShown);
  return (
    <TableFrame label="The first ratings, as they will be read" className={styles.preview}>
      <Table
        caption="The first ratings, as they will be read"
        isCaptionHidden
        columns={shown.map(([title]) => ({ title, isNumber: title === 'Rating' }))}
        rowHeader={null}
        rows={ratings.map((rating, at) => ({ key: at, cells: shown.map(([, , text]) => text(rating)) }))}
        empty="No rating can be read this way."
      />
    </TableFrame>
  );
}

/** "2005-09-06 12:30", in UTC, as times without a zone are read. */
const momentOf = (seconds: number | null): string =>
  seconds === null ? 'none' : new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
