import { useNotebookState } from '../../state/hooks.ts';
import { Formula } from '../../ui/Formula.tsx';
import { InWords } from '../../ui/words.tsx';
import { Symbols } from '../Symbols.tsx';
import { known, VIEWS } from './choices.ts';
import { selectEmbeddings, selectInUse } from './selectors.ts';

/** Prose and formulas of the view that is chosen. */
export function ExplainEmbeddings() {
  const { view } = useNotebookState(selectEmbeddings);
  const inUse = useNotebookState(selectInUse);
  const width = inUse ? String(inUse.configuration.movieFactors) : '–';
  const Explained = EXPLAINED[known(view, VIEWS)];
  return (
    <InWords>
      <Explained width={width} />
    </InWords>
  );
}

interface ExplainedProps {
  /** How many numbers an embedding has. */
  readonly width: string;
}

const Similar = ({ width }: ExplainedProps) => (
  <InWords>
    <p>
      Two movies have similar embeddings if the same users rate both above or below expectation. The cosine compares only the
      directions of two embeddings. The dot product also multiplies their lengths, so it prefers long embeddings, which popular
      movies often have.
    </p>
    <Formula block tex="\cos(q_i, q_j) = \frac{q_i \cdot q_j}{\lVert q_i \rVert \, \lVert q_j \rVert}" />
    <Symbols
      rows={[
        { tex: 'q_i', meaning: 'the embedding of a movie: so many numbers', value: width },
        { tex: '\\lVert q_i \\rVert', meaning: 'its length', value: '–' },
      ]}
    />
    <p>
      With features, the embedding is the sum of the movie’s own and those of its features. A hybrid has two embeddings for each
      movie; those of its dot product are shown. An MLP does not use dot products, so distances in its embeddings mean less.
    </p>
  </InWords>
);

const Numbers = ({ width }: ExplainedProps) => (
  <InWords>
    <p>
      The bias says how well a movie is rated by everybody. The embedding says who rates it above or below that. If R rotates all
      embeddings, every dot product stays the same, so training may return any rotation:
    </p>
    <Formula block tex="p_u \cdot q_i = (R\,p_u) \cdot (R\,q_i) \qquad R^{\mathsf T} R = I" />
    <p>
      So the embeddings are rotated to their principal axes, which depend only on the data and the model. The first axis has the
      largest variance that one direction can have, the second the largest of those at a right angle to it.
    </p>
    <Symbols rows={[{ tex: 'q_i', meaning: 'the embedding of a movie: so many numbers', value: width }]} />
  </InWords>
);

const OfMap = ({ width }: ExplainedProps) => (
  <InWords>
    <p>
      PCA shows the embeddings along their two principal axes. It is exact and fast, but hides all other directions. UMAP and
      t-SNE place points so that near neighbours stay near; distances between groups, and how dense a group is, mean little. Both
      compare embeddings by cosine and start from the picture of PCA. t-SNE needs more time and keeps the nearest neighbours best.
    </p>
    <p>
      After each epoch the picture by PCA is rotated or mirrored so that the points move as little as they can (orthogonal
      Procrustes):
    </p>
    <Formula block tex="R = \underset{R^{\mathsf T} R = I}{\operatorname{arg\,min}} \sum_i \lVert R\,x_i - y_i \rVert^2" />
    <Symbols
      rows={[
        { tex: 'x_i', meaning: 'the place of a movie now', value: '–' },
        { tex: 'y_i', meaning: 'its place in the picture before', value: '–' },
        { tex: 'q_i', meaning: 'its embedding: so many numbers', value: width },
      ]}
    />
    <p>
      If you rate movies under “You” in the Recommend cell, your embedding is folded in and projected to the same axes. It is the
      diamond on the map by PCA.
    </p>
    <p>
      Neighbour purity is the share of the 10 nearest movies, by cosine in all dimensions, that share a genre with a movie. It is
      measured on 300 of the 2,000 movies with the most ratings. Genres are no input of the plain model, so what is above chance
      was learned from ratings alone.
    </p>
  </InWords>
);

const EXPLAINED = { similar: Similar, numbers: Numbers, map: OfMap } as const;
