import { configureGlobal } from 'fast-check';

/** Property tests draw the same inputs in every run; another `PROPERTY_SEED` draws others. */
configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
