import type { DataSummary } from '../../../core/data-summary.ts';
import { readmeOf, releaseNamed } from '../../../core/releases.ts';
import { Muted } from '../../../ui/Muted.tsx';

interface DataTermsProps {
  readonly data: Pick<DataSummary, 'kind' | 'release' | 'url' | 'file'>;
}

/** Whose data it is and what may be done with it. */
export function DataTerms({ data }: DataTermsProps) {
  if (data.kind === 'synthetic') return null;
  if (data.release !== null) return <MovieLensTerms {...data} release={data.release} />;
  return (
    <Muted>
      {data.kind === 'file' ? 'Your own file, read in this tab and sent nowhere' : 'A file from elsewhere, read in this tab'}: the
      terms of its author apply. Releases of MovieLens are for research, not for commercial use (
      <a href={BUNDLED_README}>terms of use</a>).
    </Muted>
  );
}

const BUNDLED_README = `${import.meta.env.BASE_URL}data/README.txt`;

interface MovieLensTermsProps extends Pick<DataSummary, 'kind' | 'url'> {
  readonly release: NonNullable<DataSummary['release']>;
}

function MovieLensTerms({ kind, release, url }: MovieLensTermsProps) {
  const { mayBePassedOn, file } = releaseNamed(release);
  return (
    <Muted>
      MovieLens by GroupLens Research, University of Minnesota: for research, not for commercial use without their permission,{' '}
      {mayBePassedOn ? 'may be passed on only under the same terms' : 'may not be passed on'} (
      <a href={kind === 'bundled' || release === 'ml-latest-small-2016' ? BUNDLED_README : readmeOf(file)}>terms of use</a>
      {url && (
        <>
          , <a href={url}>the zip itself</a>
        </>
      )}
      ). Cite F. Maxwell Harper and Joseph A. Konstan. 2015. <cite>The MovieLens Datasets: History and Context.</cite> ACM TiiS 5,
      4, Article 19.
    </Muted>
  );
}
