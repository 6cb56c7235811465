import { dropoutThreshold } from '../../../core/dropout.ts';
import type { ActivationName } from '../../../models/graph.ts';
import type { Device } from '../device.ts';
import type { WebglBatch, WebglLookup } from './batch.ts';
import { launch, type WebglBackend } from './program.ts';

type Operations = Pick<Device<WebglLookup, WebglBatch>, 'dot' | 'scale' | 'activationGradient' | 'dropoutMask'>;

/** What layers compute, one program each. */
export function createWebglOperations(webgl: WebglBackend): Operations {
  return {
    dot: (a, b) => launch(webgl, { shape: [a.shape[0], 1], inputs: { A: a, B: b }, code: dotCode(a.shape[1]) }),
    scale: (x, factor, offset) =>
      launch(webgl, { shape: x.shape, inputs: { X: x }, floats: { factor, offset }, code: scaleCode(x.shape) }),
    activationGradient: (activation, y, dy) =>
      launch(webgl, { shape: y.shape, inputs: { Y: y, Dy: dy }, code: activationGradientCode(activation, y.shape[1]) }),
    dropoutMask: (key, rate, shape) =>
      launch(webgl, {
        shape,
        inputs: {},
        ints: { key: key | 0, threshold: dropoutThreshold(rate) | 0 },
        floats: { kept: 1 / (1 - rate) },
        code: maskCode(shape[1]),
      }),
  };
}

const dotCode = (width: number): string => `
  void main() {
    int row = getOutputCoords().x;
    vec2 sums = vec2(0.);
    for (int column = 0; column < ${width}; column += 2) {
      vec4 products = readBlock(A, ${width}, row, column) * readBlock(B, ${width}, row, column);
      sums += products.xz + products.yw;
    }
    setOutput(vec4(sums.x, 0., sums.y, 0.));
  }
`;

/** The arithmetic of `mix32`. */
const maskCode = (columns: number): string => `
  float maskAt(int row, int column) {
    uint x = uint(key) + uint(row * ${columns} + column);
    x = (x ^ (x >> 16u)) * 0x7feb352du;
    x = (x ^ (x >> 15u)) * 0x846ca68bu;
    x ^= x >> 16u;
    return x < uint(threshold) ? 0. : kept;
  }

  void main() {
    ivec2 at = getOutputCoords();
    setOutput(vec4(maskAt(at.x, at.y), maskAt(at.x, at.y + 1), maskAt(at.x + 1, at.y), maskAt(at.x + 1, at.y + 1)));
  }
`;

const scaleCode = ([rows, columns]: readonly [number, number]): string => `
  void main() {
    ivec2 at = getOutputCoords();
    vec2 below = vec2(1., at.x + 1 < ${rows});
    vec2 beside = vec2(1., at.y + 1 < ${columns});
    vec4 inside = vec4(below.x * beside, below.y * beside);
    setOutput(inside * (factor * readBlock(X, ${columns}, at.x, at.y) + offset));
  }
`;

const SLOPE: Readonly<Record<ActivationName, string>> = {
  relu: 'vec4(greaterThan(y, vec4(0.)))',
  sigmoid: 'y * (1. - y)',
};

const activationGradientCode = (activation: ActivationName, columns: number): string => `
  void main() {
    ivec2 at = getOutputCoords();
    vec4 y = readBlock(Y, ${columns}, at.x, at.y);
    setOutput(readBlock(Dy, ${columns}, at.x, at.y) * ${SLOPE[activation]});
  }
`;
