import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LabError } from '../core/errors.ts';
import { callsOf, createLabClient, createRestartingClient, type Endpoint } from './client.ts';
import { type FindHandler, type ServerEndpoint, serve } from './serve.ts';
import type { Call, HandlersOf, Message } from './wire.ts';

interface TestCalls {
  load: Call<{ readonly url: string }, string, number>;
  train: Call<void, { readonly seconds: number }>;
  recommend: Call<{ readonly userId: number }, unknown>;
  weights: Call<void, Uint8Array<ArrayBuffer>>;
  stop: Call<void, void>;
}

/** A lab that has no calls but those given. */
const labOf =
  (calls: Partial<HandlersOf<TestCalls>>): FindHandler =>
  async (call) =>
    (calls as Record<string, Awaited<ReturnType<FindHandler>>>)[call.replace(/^test\//, '')];

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
function connect(find: FindHandler) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const onCrash = vi.fn();
  serve(port2 as unknown as ServerEndpoint, find);
  const lab = callsOf<TestCalls>(createLabClient(port1 as unknown as Endpoint, { onCrash }), 'test');
  port1.start();
  port2.start();
  return { lab, port1, port2, onCrash };
}

/** A promise and the means to settle it. */
function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const BUNDLED = { url: 'a' };
const RUN = { seconds: 1 };

describe('calls', () => {
  test('carry their arguments there and the reply back', async () => {
    const recommend = vi.fn(async (args: unknown) => ({ asked: args }));
    const { lab } = connect(labOf({ recommend }));
    expect(await lab.recommend({ userId: 15 })).toEqual({ asked: { userId: 15 } });
    expect(recommend).toHaveBeenCalledExactlyOnceWith({ userId: 15 }, expect.anything());
  });

  test('are named by their folder; a reply says which call it answers', async () => {
    const find = vi.fn<FindHandler>(async (call) => async () => call);
    const { port1 } = connect(find);
    const messages: unknown[] = [];
    port1.addEventListener('message', ({ data }) => messages.push(data));
    const lab = createLabClient(port1 as unknown as Endpoint, { onCrash: vi.fn() });
    expect(await callsOf<TestCalls>(lab, 'train/rate-finder').stop()).toBe('train/rate-finder/stop');
    expect(messages).toContainEqual({ kind: 'reply', id: 1, call: 'train/rate-finder/stop', value: 'train/rate-finder/stop' });
  });

  test('may be awaited as a whole', async () => {
    const { lab } = connect(labOf({ load: async () => 'loaded' }));
    expect(await (await Promise.resolve(lab)).load(BUNDLED)).toBe('loaded');
  });

  test('bytes arrive as bytes', async () => {
    const { lab } = connect(labOf({ weights: async () => Uint8Array.of(1, 2, 3) }));
    expect(await lab.weights()).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('overlap: a reply finds its own call, whatever the order', async () => {
    const training = deferred<typeof RUN>();
    const { lab } = connect(labOf({ train: () => training.promise, recommend: async ({ userId }) => ({ userId }) }));
    const order: string[] = [];
    const train = lab.train().then((summary) => {
      order.push('train');
      return summary;
    });
    const both = [lab.recommend({ userId: 1 }), lab.recommend({ userId: 2 })];
    expect(await Promise.all(both)).toEqual([{ userId: 1 }, { userId: 2 }]);
    order.push('recommend');
    training.resolve(RUN);
    expect(await train).toEqual(RUN);
    expect(order).toEqual(['recommend', 'train']);
  });

  test('of the same kind keep apart as well', async () => {
    const [first, second] = [deferred<never>(), deferred<never>()];
    const waiting = [first.promise, second.promise];
    const { lab } = connect(labOf({ recommend: () => waiting.shift() as Promise<never> }));
    const replies = [lab.recommend({ userId: 1 }), lab.recommend({ userId: 2 })];
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
    const { lab } = connect(
      labOf({
        train: async () => {
          throw new LabError('diverged', 'Loss became infinite at step 3.', 'Try a lower learning rate.');
        },
      }),
    );
    const error = await failureOf(lab.train());
    expect(error).toBeInstanceOf(LabError);
    expect(error).toMatchObject({
      code: 'diverged',
      message: 'Loss became infinite at step 3.',
      remedy: 'Try a lower learning rate.',
    });
  });

  test('keep the question that they come with', async () => {
    const tables = { file: 'two.zip', tables: [], isSplit: false };
    const { lab } = connect(
      labOf({
        train: async () => {
          throw new LabError('data-tables', 'There are two.', 'Say which.', { tables });
        },
      }),
    );
    expect(await failureOf(lab.train())).toMatchObject({ code: 'data-tables', tables, mapping: undefined });
  });

  test('a fault of ours is a crash that says what happened, and later calls still work', async () => {
    const load = vi.fn(async () => 'loaded');
    load.mockImplementationOnce(() => {
      throw new TypeError('x is undefined');
    });
    const { lab, onCrash } = connect(labOf({ load }));
    expect(await failureOf(lab.load(BUNDLED))).toMatchObject({
      code: 'crashed',
      message: 'Something went wrong inside Matinee: x is undefined',
    });
    expect(await lab.load(BUNDLED)).toBe('loaded');
    expect(onCrash).not.toHaveBeenCalled();
  });

  test('a reply that cannot cross is a failure, not a silence', async () => {
    const { lab } = connect(labOf({ load: async () => (() => {}) as never }));
    expect(await failureOf(lab.load(BUNDLED))).toMatchObject({ code: 'crashed' });
  });

  test('arguments that cannot cross fail at once', async () => {
    const { lab } = connect(labOf({ load: async () => 'loaded' }));
    expect(await failureOf(lab.load({ url: (() => {}) as never }))).toMatchObject({ name: 'DataCloneError' });
    expect(await lab.load(BUNDLED)).toBe('loaded');
  });

  test('a method that the lab does not have fails', async () => {
    const { lab } = connect(labOf({}));
    expect(await failureOf(lab.stop())).toMatchObject({ code: 'crashed' });
  });
});

describe('progress', () => {
  test('arrives in order, before the reply, at the call that it is of', async () => {
    const load: HandlersOf<TestCalls>['load'] = async ({ url }, { report }) => {
      for (const share of [0, 0.5, 1]) report(share);
      return url;
    };
    const { lab } = connect(labOf({ load }));
    const heard: unknown[] = [];
    const one = lab.load({ url: 'one' }, { onProgress: (share) => heard.push(share) }).then((url) => heard.push(url));
    await Promise.all([one, lab.load({ url: 'two' })]);
    expect(heard).toEqual([0, 0.5, 1, 'one']);
  });

  test('is over with the call', async () => {
    let late = (_: number): void => {};
    const load: HandlersOf<TestCalls>['load'] = async (_, { report }) => {
      late = report;
      return 'loaded';
    };
    const { lab } = connect(labOf({ load }));
    const onProgress = vi.fn();
    await lab.load(BUNDLED, { onProgress });
    late(1);
    await lab.load(BUNDLED);
    expect(onProgress).not.toHaveBeenCalled();
  });
});

describe('aborting', () => {
  const train: HandlersOf<TestCalls>['train'] = (_, { signal }) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(RUN)));

  test('reaches the handler of its own call, which decides what that means', async () => {
    const { lab } = connect(labOf({ train }));
    const [one, two] = [new AbortController(), new AbortController()];
    const ended: string[] = [];
    const first = lab.train(undefined, { signal: one.signal }).then(() => ended.push('first'));
    const second = lab.train(undefined, { signal: two.signal }).then(() => ended.push('second'));
    two.abort();
    await second;
    expect(ended).toEqual(['second']);
    one.abort();
    await first;
  });

  test('ends a handler that asks its signal with a LabError', async () => {
    const load: HandlersOf<TestCalls>['load'] = async (_, { signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      signal.throwIfAborted();
      return 'loaded';
    };
    const { lab } = connect(labOf({ load }));
    const controller = new AbortController();
    const loading = lab.load(BUNDLED, { signal: controller.signal });
    controller.abort();
    await expect(loading).rejects.toMatchObject({ name: 'LabError', code: 'cancelled' });
  });

  test('before the call is heard at once, after its reply by nobody', async () => {
    const weights = vi.fn<HandlersOf<TestCalls>['weights']>(async () => Uint8Array.of(1));
    const { lab } = connect(labOf({ train, weights }));
    expect(await lab.train(undefined, { signal: AbortSignal.abort() })).toEqual(RUN);
    const late = new AbortController();
    await lab.weights(undefined, { signal: late.signal });
    late.abort();
    expect(await lab.weights()).toEqual(Uint8Array.of(1));
  });
});

describe('bytes', () => {
  test('move where the handler or the caller says so', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const { lab } = connect(
      labOf({
        async weights(_, { transfer }) {
          transfer(bytes.buffer);
          return bytes;
        },
        recommend: async (args) => args,
      }),
    );
    expect(await lab.weights()).toEqual(Uint8Array.of(1, 2, 3));
    expect(bytes.byteLength).toBe(0);
    const sent = Uint8Array.of(4);
    expect(await lab.recommend({ userId: sent as never }, { transfer: [sent.buffer] })).toEqual({ userId: Uint8Array.of(4) });
    expect(sent.byteLength).toBe(0);
  });
});

describe('messages that nobody waits for', () => {
  test('are ignored', async () => {
    const { lab, port2 } = connect(labOf({ load: async () => 'loaded' }));
    port2.postMessage({ kind: 'reply', id: 99, call: 'test/load', value: 1 } satisfies Message);
    port2.postMessage({
      kind: 'failure',
      id: 98,
      call: 'test/load',
      error: { code: 'busy', message: 'm', remedy: 'r' },
    } satisfies Message);
    expect(await lab.load(BUNDLED)).toBe('loaded');
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
    const { lab, port1, onCrash } = connect(labOf({ train: () => new Promise(() => {}), load: () => new Promise(() => {}) }));
    const calls = [lab.train(), lab.load(BUNDLED)];
    crash(port1, broken());
    for (const call of await Promise.allSettled(calls)) {
      expect(call).toMatchObject({ status: 'rejected', reason: error });
      expect((call as PromiseRejectedResult).reason).toBeInstanceOf(LabError);
    }
    expect(onCrash).toHaveBeenCalledExactlyOnceWith(error);
  });

  test('later calls are rejected, too, and do not wait for ever', async () => {
    const { lab, port1 } = connect(labOf({ load: async () => 'loaded' }));
    crash(port1, broken());
    await expect(lab.load(BUNDLED)).rejects.toMatchObject(error);
  });

  test('without a message the sentence does without', async () => {
    const { port1, onCrash } = connect(labOf({}));
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
    serve(port2 as unknown as ServerEndpoint, labOf({ load: async () => String(turn), train: () => new Promise(() => {}) }));
    port1.start();
    port2.start();
    return port1 as unknown as Endpoint;
  };
  const [onCrash, onRestart] = [vi.fn(), vi.fn()];
  const lab = callsOf<TestCalls>(createRestartingClient(openOne, { onCrash, onRestart }), 'test');
  const going = lab.train();
  const crash = () => ports.at(-1)?.dispatchEvent(new Event('error'));
  crash();
  await expect(going).rejects.toMatchObject({ code: 'crashed' });
  expect(await lab.load(BUNDLED)).toBe('2');
  // What the old one says by now is nobody's business.
  ports[0]?.dispatchEvent(new Event('error'));
  expect(ports).toHaveLength(2);
  crash();
  crash();
  expect([onRestart.mock.calls.length, onCrash.mock.calls.length]).toEqual([3, 0]);
  crash();
  expect([onRestart.mock.calls.length, onCrash.mock.calls.length]).toEqual([3, 1]);
  await expect(lab.load(BUNDLED)).rejects.toMatchObject({ code: 'crashed' });
});
