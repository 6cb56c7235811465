import { fetchPart } from '../../../core/fetch-part.ts';
import { networkOfModel } from '../../../lab/expect-network.ts';
import type { Model } from '../../../lab/model.ts';
import type { FileRequest } from '../contract.ts';
import type { Watch } from './watch.ts';
import { npzFile, safetensorsFile } from './weights-file.ts';

/** Makes a file out of a model. Throws a LabError where the model has nothing of the kind, and where it is no longer wanted. */
export async function makeFile(model: Model, request: FileRequest, watch: Watch): Promise<Blob> {
  const file = await make(model, request, watch);
  watch.signal.throwIfAborted();
  return file;
}

async function make(model: Model, request: FileRequest, watch: Watch): Promise<Blob> {
  switch (request.item) {
    case 'safetensors':
      return await safetensorsFile(networkOfModel(model));
    case 'npz':
      return await npzFile(networkOfModel(model), (share) => {
        // What JSZip goes on with is thrown away.
        if (!watch.signal.aborted) watch.report(share);
      });
    case 'experiment': {
      const { experimentFile } = await fetchPart(() => import('./experiment-file.ts'));
      return experimentFile(networkOfModel(model), request.records);
    }
    case 'layers': {
      const { layersFile } = await fetchPart(() => import('./layers-file.ts'));
      return await layersFile(networkOfModel(model));
    }
    case 'projector': {
      const { projectorFile } = await fetchPart(() => import('./projector-file.ts'));
      return await projectorFile(networkOfModel(model));
    }
    case 'lists': {
      const { listsFile } = await fetchPart(() => import('./lists-file.ts'));
      return await listsFile(model, request, watch);
    }
    case 'held-out': {
      const { heldOutFile } = await fetchPart(() => import('./held-out-file.ts'));
      return await heldOutFile(model, request.format, watch);
    }
  }
}
