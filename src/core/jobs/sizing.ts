/** What a size is worked out from. */
export interface SizingInput {
  readonly ratings: number;
  /** Trained numbers of the model. */
  readonly parameters: number;
  /** How many numbers the optimizer keeps for each of them. */
  readonly moments: number;
  readonly epochs: number;
  /** Of the last run on this machine; null before there is one. */
  readonly ratingsPerSecond: number | null;
  /** Null where no job trains the model. */
  readonly job: JobSpeed | null;
}

/** How often a job goes over the ratings, and how many of them a core does in a second. */
export interface JobSpeed {
  readonly passes: number;
  readonly ratingsPerCoreSecond: number;
}

/** A line of the arithmetic: `what` = `sum` = `value`. */
export interface SizingLine {
  readonly what: string;
  readonly sum: string;
  readonly value: string;
}

export interface Sizing {
  readonly fits: boolean;
  /** What follows, in a sentence or two. */
  readonly verdict: string;
  readonly lines: readonly SizingLine[];
}

/** Bytes of a rating in the tab: user, movie, stars and time; its part; what is trained on; the order of an epoch. */
const RATING_BYTES = 16 + 4 + 12 + 4;
const FLOAT = 4;
/** What WebAssembly can address. */
const TAB_BYTES = 4 * 2 ** 30;
/** Longer than this is no work for a tab that has to stay open. */
const TAB_SECONDS = 3600;
/** Bytes of a rating on the executors: two copies, by user and by movie, of two row numbers and a value. */
const JOB_RATING_BYTES = 2 * 12;
/** Of an executor or worker, half of which is for data. */
const MACHINE_BYTES = 8 * 2 ** 30;
const MACHINE_CORES = 4;

/** Whether a tab is enough for a model, and about what a job would take. */
export function sizeUp(input: SizingInput): Sizing {
  const memory = memoryOf(input);
  const seconds = input.ratingsPerSecond === null ? null : (input.ratings * input.epochs) / input.ratingsPerSecond;
  const fits = memory.bytes <= TAB_BYTES && (seconds ?? 0) <= TAB_SECONDS;
  const job = jobOf(input);
  return {
    fits,
    verdict: verdictOf(fits, memory.bytes, seconds, job),
    lines: [...memory.lines, ...timeLines(input, seconds), ...(job?.lines ?? [])],
  };
}

function memoryOf({ ratings, parameters, moments }: SizingInput) {
  const ofRatings = ratings * RATING_BYTES;
  const copies = 2 + moments;
  const ofModel = parameters * FLOAT * copies;
  return {
    bytes: ofRatings + ofModel,
    lines: [
      { what: 'Ratings in the tab', sum: `${count(ratings)} × ${RATING_BYTES} bytes`, value: size(ofRatings) },
      {
        what: 'Model in the tab',
        sum: `${count(parameters)} parameters × ${FLOAT} bytes × ${copies} (weights, gradients${momentsText(moments)})`,
        value: size(ofModel),
      },
      { what: 'Together', sum: `of ${size(TAB_BYTES)} that WebAssembly has`, value: size(ofRatings + ofModel) },
    ],
  };
}

const momentsText = (moments: number): string => (moments === 0 ? '' : `, ${moments} of the optimizer`);

function timeLines({ ratings, epochs, ratingsPerSecond }: SizingInput, seconds: number | null): readonly SizingLine[] {
  if (seconds === null || ratingsPerSecond === null) return [];
  const sum = `${count(ratings)} × ${count(epochs)} epochs ÷ ${count(ratingsPerSecond)} ratings a second, as in the last run`;
  return [{ what: 'Time in the tab', sum, value: duration(seconds) }];
}

interface JobSize {
  readonly machines: number;
  readonly seconds: number;
  readonly lines: readonly SizingLine[];
}

function jobOf({ ratings, parameters, moments, job }: SizingInput): JobSize | null {
  if (job === null) return null;
  const { passes, ratingsPerCoreSecond } = job;
  const bytes = ratings * JOB_RATING_BYTES + parameters * FLOAT * (2 + moments);
  const machines = Math.max(2, Math.ceil(bytes / (MACHINE_BYTES / 2)));
  const cores = machines * MACHINE_CORES;
  const seconds = (ratings * passes) / (ratingsPerCoreSecond * cores);
  return {
    machines,
    seconds,
    lines: [
      {
        what: 'Memory of a job',
        sum: `${count(ratings)} × ${JOB_RATING_BYTES} bytes + ${count(parameters)} × ${FLOAT} bytes × ${2 + moments}`,
        value: size(bytes),
      },
      { what: 'Machines', sum: `with ${size(MACHINE_BYTES)} each, half of it for data; two at least`, value: count(machines) },
      {
        what: 'Time of a job',
        sum: `${count(ratings)} × ${count(passes)} passes ÷ (${count(ratingsPerCoreSecond)} a second and core × ${cores} cores)`,
        value: duration(seconds),
      },
    ],
  };
}

function verdictOf(fits: boolean, bytes: number, seconds: number | null, job: JobSize | null): string {
  const time = seconds === null ? '' : ` and ${about(duration(seconds))}`;
  if (fits) return `The tab is enough to train this model: it takes ${about(size(bytes))}${time}.`;
  const needs = job ? ` A job takes ${about(duration(job.seconds))} on ${job.machines} machines of ${MACHINE_CORES} cores.` : '';
  return `The tab is not enough to train this model: it would take ${about(size(bytes))}${time}.${needs}`;
}

const about = (quantity: string): string => (quantity.startsWith('less') ? quantity : `about ${quantity}`);

const NUMBERS = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const count = (value: number): string => NUMBERS.format(value);

function size(bytes: number): string {
  if (bytes >= 2 ** 30) return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
  return bytes < 2 ** 20 ? 'less than 1 MiB' : `${Math.round(bytes / 2 ** 20)} MiB`;
}

function duration(seconds: number): string {
  if (seconds < 1) return 'less than 1 s';
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return seconds < 3600 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
