import { loadBundled } from '../data/load.ts';
import { BUNDLED } from '../data/sources/bundled.ts';
import { createChooser } from '../engines/choose.ts';
import { listOffers } from '../engines/offers.ts';
import { serve } from './serve.ts';
import { createLab } from './session.ts';

serve(self, (emit) =>
  createLab(emit, {
    dataName: BUNDLED.name,
    loadData: (url, onProgress) => loadBundled(url, BUNDLED.sha256, (phase, share) => onProgress({ phase, share })),
    engines: createChooser(listOffers()),
  }),
);
