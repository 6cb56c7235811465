import styles from './DataTerms.module.css';

interface DataTermsProps {
  readonly url: string | undefined;
}

/** Whose data it is and what may be done with it. */
export function DataTerms({ url }: DataTermsProps) {
  return (
    <p className={styles.terms}>
      MovieLens by GroupLens Research, University of Minnesota: for research, not for commercial use without their permission (
      <a href={`${import.meta.env.BASE_URL}data/README.txt`}>terms of use</a>
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
