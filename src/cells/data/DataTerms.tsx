import type { DataSource } from '../../core/data-source.ts';
import styles from './DataTerms.module.css';

interface DataTermsProps {
  readonly kind: DataSource['kind'];
  /** Whether the file is known to be a release of MovieLens. */
  readonly official: boolean;
  readonly url: string | null;
}

/** Whose data it is and what may be done with it. */
export function DataTerms({ kind, official, url }: DataTermsProps) {
  if (kind === 'synthetic') return null;
  if (kind === 'bundled' || official) return <MovieLensTerms url={url} />;
  return (
    <p className={styles.terms}>
      Your own file, read in this tab and sent nowhere: the terms of whoever made it apply. Releases of MovieLens are for
      research, not for commercial use (<TermsLink />
      ).
    </p>
  );
}

function MovieLensTerms({ url }: Pick<DataTermsProps, 'url'>) {
  return (
    <p className={styles.terms}>
      MovieLens by GroupLens Research, University of Minnesota: for research, not for commercial use without their permission (
      <TermsLink />
      {url && (
        <>
          , <a href={url}>the zip itself</a>
        </>
      )}
      ). Cite F. Maxwell Harper and Joseph A. Konstan. 2015. <cite>The MovieLens Datasets: History and Context.</cite> ACM TiiS 5,
      4, Article 19.
    </p>
  );
}

const TermsLink = () => <a href={`${import.meta.env.BASE_URL}data/README.txt`}>terms of use</a>;
