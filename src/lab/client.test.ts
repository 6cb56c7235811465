import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LabError } from '../core/errors.ts';
import { createLabClient, createRestartingClient, type Endpoint } from './client.ts';
import type { Lab, LabEvent, Message } from './protocol.ts';
import { type ServerEndpoint, serve } from './serve.ts';

/** A lab that answers nothing, but for the calls given. */
const labOf = (calls: Partial<Lab>): Lab => calls as Lab;

const open: MessagePort[] = [];
beforeEach(() => {
  // Browsers have it; Node does not.
  vi.stubGlobal(
    'ErrorEvent',
    class extends Event {
      readonly message: string;
      constructor(type: string, { message = '' } = {}) {
        super(type);
        this.message = message;
      }
    },
  );
});
afterEach(() => {
  for (const port of open.splice(0)) port.close();
  vi.unstubAllGlobals();
});

/** Client and server over a real channel. */
function connect(createLab: (emit: (event: LabEvent) => void) => Lab) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const onEvent = vi.fn<(event: LabEvent) => void>();
  const onCrash = vi.fn();
  serve(port2 as unknown as ServerEndpoint, createLab);
  const lab = createLabClient(port1 as unknown as Endpoint, { onEvent, onCrash });
  port1.start();
  port2.start();
  return { lab, port1, port2, onEvent, onCrash };
}

/** A promise and the means to settle it. */
function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const BUNDLED = { kind: 'bundled', url: 'a' } as const;
const RUN = { runId: 1, outcome: 'done', taken: null, seconds: 1, test: null, tensors: { before: 0, after: 0 } } as const;

describe('calls', () => {
  test('carry their arguments there and the reply back', async () => {
    const recommend = vi.fn(async (args: unknown) => ({ asked: args }) as never);
    const { lab } = connect(() => labOf({ recommend }));
    expect(await lab.recommend({ userId: 15, count: 5, minRatings: 1 })).toEqual({
      asked: { userId: 15, count: 5, minRatings: 1 },
    });
    expect(recommend).toHaveBeenCalledExactlyOnceWith({ userId: 15, count: 5, minRatings: 1 });
  });

  test('reach every method of the lab', async () => {
    const methods = [
      'load',
      'tablePage',
      'describeData',
      'explore',
      'cancelLoad',
      'keptData',
      'keepData',
      'forgetData',
      'describeSplit',
      'inspect',
      'tables',
      'train',
      'pause',
      'resume',
      'step',
      'stop',
      'recommend',
      'pickUser',
      'findLearningRate',
      'keptRuns',
      'restoreRun',
      'removeRun',
      'compareEngines',
      'weights',
    ] as const;
    const { lab } = connect(() => labOf(Object.fromEntries(methods.map((name) => [name, async () => name]))));
    expect(Object.keys(lab).sort()).toEqual([...methods].sort());
    for (const name of methods) expect(await lab[name]({} as never)).toBe(name);
  });

  test('bytes arrive as bytes', async () => {
    const { lab } = connect(() => labOf({ weights: async () => Uint8Array.of(1, 2, 3) }));
    expect(await lab.weights({})).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('overlap: a reply finds its own call, whatever the order', async () => {
    const training = deferred<typeof RUN>();
    const { lab } = connect(() =>
      labOf({ train: () => training.promise, recommend: async ({ userId }) => ({ userId }) as never }),
    );
    const order: string[] = [];
    const train = lab.train({} as never).then((summary) => {
      order.push('train');
      return summary;
    });
    const both = [lab.recommend({ userId: 1, count: 5, minRatings: 1 }), lab.recommend({ userId: 2, count: 5, minRatings: 1 })];
    expect(await Promise.all(both)).toEqual([{ userId: 1 }, { userId: 2 }]);
    order.push('recommend');
    training.resolve(RUN);
    expect(await train).toEqual(RUN);
    expect(order).toEqual(['recommend', 'train']);
  });

  test('of the same kind keep apart as well', async () => {
    const [first, second] = [deferred<never>(), deferred<never>()];
    const waiting = [first.promise, second.promise];
    const { lab } = connect(() => labOf({ recommend: () => waiting.shift() as Promise<never> }));
    const replies = [
      lab.recommend({ userId: 1, count: 5, minRatings: 1 }),
      lab.recommend({ userId: 2, count: 5, minRatings: 1 }),
    ];
    second.resolve('second' as never);
    first.resolve('first' as never);
    expect(await Promise.all(replies)).toEqual(['first', 'second']);
  });
});

describe('failures', () => {
  const failureOf = async (work: Promise<unknown>): Promise<unknown> => {
    try {
      return await work;
    } catch (thrown) {
      return thrown;
    }
  };

  test('keep code, sentence and remedy', async () => {
    const { lab } = connect(() =>
      labOf({
        train: async () => {
          throw new LabError('diverged', 'Loss became infinite at step 3.', 'Try a lower learning rate.');
        },
      }),
    );
    const error = await failureOf(lab.train({} as never));
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({
      code: 'diverged',
      message: 'Loss became infinite at step 3.',
      remedy: 'Try a lower learning rate.',
    });
  });

  test('a fault of ours is a crash that says what happened, and later calls still work', async () => {
    const load = vi.fn(async () => 'loaded' as never);
    load.mockImplementationOnce(() => {
      throw new TypeError('x is undefined');
    });
    const { lab, onCrash } = connect(() => labOf({ load }));
    expect(await failureOf(lab.load({ source: BUNDLED }))).toMatchObject({
      code: 'crashed',
      message: 'Something went wrong inside Matinee: x is undefined',
    });
    expect(await lab.load({ source: BUNDLED })).toBe('loaded');
    expect(onCrash).not.toHaveBeenCalled();
  });

  test('a reply that cannot cross is a failure, not a silence', async () => {
    const { lab } = connect(() => labOf({ load: async () => (() => {}) as never }));
    expect(await failureOf(lab.load({ source: BUNDLED }))).toMatchObject({ code: 'crashed' });
  });

  test('arguments that cannot cross fail at once', async () => {
    const { lab } = connect(() => labOf({ load: async () => 'loaded' as never }));
    expect(await failureOf(lab.load({ source: (() => {}) as never }))).toMatchObject({ name: 'DataCloneError' });
    expect(await lab.load({ source: BUNDLED })).toBe('loaded');
  });

  test('a method that the lab does not have fails', async () => {
    const { lab } = connect(() => labOf({}));
    expect(await failureOf(lab.stop({}))).toMatchObject({ code: 'crashed' });
  });
});

describe('events', () => {
  test('arrive in order, before the reply that follows them', async () => {
    const { lab, onEvent } = connect((emit) =>
      labOf({
        load: async () => {
          for (const share of [0, 0.5, 1]) emit({ kind: 'load-progress', progress: { phase: 'fetch', share } });
          return 'loaded' as never;
        },
      }),
    );
    await lab.load({ source: BUNDLED });
    expect(onEvent.mock.calls.map(([event]) => event)).toEqual(
      [0, 0.5, 1].map((share) => ({ kind: 'load-progress', progress: { phase: 'fetch', share } })),
    );
  });

  test('an answer to nobody is ignored', async () => {
    const { lab, port2 } = connect(() => labOf({ load: async () => 'loaded' as never }));
    port2.postMessage({ kind: 'reply', id: 99, value: 1 } satisfies Message);
    port2.postMessage({ kind: 'failure', id: 98, error: { code: 'busy', message: 'm', remedy: 'r' } } satisfies Message);
    expect(await lab.load({ source: BUNDLED })).toBe('loaded');
  });
});

describe('when the worker breaks', () => {
  const error = {
    code: 'crashed',
    message: 'The worker that does the training stopped: out of memory.',
    remedy: 'Reload the page.',
  };

  const crash = (port: MessagePort, event: Event): void => void port.dispatchEvent(event);
  const broken = () => new ErrorEvent('error', { message: 'out of memory' });

  test('every call under way is rejected, and the page is told', async () => {
    const { lab, port1, onCrash } = connect(() =>
      labOf({ train: () => new Promise(() => {}), load: () => new Promise(() => {}) }),
    );
    const calls = [lab.train({} as never), lab.load({ source: BUNDLED })];
    crash(port1, broken());
    for (const call of await Promise.allSettled(calls)) {
      expect(call).toMatchObject({ status: 'rejected', reason: error });
      expect((call as PromiseRejectedResult).reason).toBeInstanceOf(LabError);
    }
    expect(onCrash).toHaveBeenCalledExactlyOnceWith(error);
  });

  test('later calls are rejected, too, and do not wait for ever', async () => {
    const { lab, port1 } = connect(() => labOf({ load: async () => 'loaded' as never }));
    crash(port1, broken());
    await expect(lab.load({ source: BUNDLED })).rejects.toMatchObject(error);
  });

  test('without a message the sentence does without', async () => {
    const { port1, onCrash } = connect(() => labOf({}));
    crash(port1, new Event('error'));
    expect(onCrash).toHaveBeenCalledWith({ ...error, message: 'The worker that does the training stopped.' });
  });
});

test('a worker that breaks is replaced, three times at most', async () => {
  const ports: MessagePort[] = [];
  const openOne = (): Endpoint => {
    const { port1, port2 } = new MessageChannel();
    open.push(port1, port2);
    ports.push(port1);
    const turn = ports.length;
    serve(port2 as unknown as ServerEndpoint, () =>
      labOf({ load: async () => turn as never, train: () => new Promise(() => {}) }),
    );
    port1.start();
    port2.start();
    return port1 as unknown as Endpoint;
  };
  const [onEvent, onCrash, onRestart] = [vi.fn(), vi.fn(), vi.fn()];
  const lab = createRestartingClient(openOne, { onEvent, onCrash, onRestart });
  const going = lab.train({} as never);
  const crash = () => ports.at(-1)?.dispatchEvent(new Event('error'));
  crash();
  await expect(going).rejects.toMatchObject({ code: 'crashed' });
  expect(await lab.load({ source: BUNDLED })).toBe(2);
  // What the old one says by now is nobody's business.
  ports[0]?.dispatchEvent(new Event('error'));
  expect(ports).toHaveLength(2);
  crash();
  crash();
  expect([onRestart.mock.calls.length, onCrash.mock.calls.length]).toEqual([3, 0]);
  crash();
  expect([onRestart.mock.calls.length, onCrash.mock.calls.length]).toEqual([3, 1]);
  await expect(lab.load({ source: BUNDLED })).rejects.toMatchObject({ code: 'crashed' });
});
