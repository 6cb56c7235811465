import { readmeOf, releaseAt, TERMS } from '../../../core/releases.ts';
import styles from './Panel.module.css';

interface TermsProps {
  /** Where GroupLens has the zip, and its name. */
  readonly url: string;
  readonly file: string;
}

/** GroupLens' terms of use and citation, as its README has them. */
export function Terms({ url, file }: TermsProps) {
  // Of a release that is not known the stricter terms are assumed.
  const conditions = TERMS.conditions(releaseAt(url) ?? { mayBePassedOn: false });
  return (
    <section className={styles.terms} aria-label="Terms of use">
      <p>
        The terms of GroupLens Research, University of Minnesota (<a href={readmeOf(file)}>README of {file}</a>): {TERMS.preamble}
      </p>
      <ul>
        {conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ul>
      <p>
        To acknowledge it, cite: F. Maxwell Harper and Joseph A. Konstan. 2015.{' '}
        <cite>The MovieLens Datasets: History and Context.</cite> ACM Transactions on Interactive Intelligent Systems 5, 4,
        Article 19. doi 10.1145/2827872.
      </p>
    </section>
  );
}
