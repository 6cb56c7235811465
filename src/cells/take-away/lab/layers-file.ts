import type { IdMap, RawId } from '../../../core/ids.ts';
import { writeZip } from '../../../data/write-zip.ts';
import type { NetworkRun } from '../../../lab/model.ts';
import { layersModel } from './layers-model.ts';

/** A zip with the model, the ids of its rows, and a page of ten lines that predicts with it. */
export async function layersFile(run: NetworkRun): Promise<Blob> {
  const { json, weights } = layersModel(run, await run.trainer.readWeights());
  const { userIds, movieIds } = run.data.ratings;
  return await writeZip({
    'index.html': PAGE,
    'model.json': JSON.stringify(json),
    'weights.bin': await new Blob(weights as Float32Array<ArrayBuffer>[]).arrayBuffer(),
    'ids.json': JSON.stringify({ users: textsOf(userIds), movies: textsOf(movieIds) }),
  });
}

const textsOf = <Index extends number>({ size, idOf }: IdMap<RawId, Index>): readonly string[] =>
  Array.from({ length: size }, (_, index) => String(idOf(index as Index)));

/** Serve the folder, for example by `python3 -m http.server`: a browser does not fetch from files. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Stars</title>
<script src="https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@4.22.0/dist/tf.min.js"></script>
<p>User <input id="user"> movie <input id="movie"> stars <output id="stars">Serve this folder: python3 -m http.server</output></p>
<script type="module">
const [model, ids] = await Promise.all([tf.loadLayersModel('model.json'), fetch('ids.json').then((file) => file.json())]);
document.body.oninput = () => {
  const rows = [ids.users.indexOf(user.value), ids.movies.indexOf(movie.value)];
  stars.value = rows.includes(-1) ? 'unknown id' : model.predict(rows.map((row) => tf.tensor2d([[row]], [1, 1], 'int32'))).dataSync()[0].toFixed(2);
};
</script>
`;
