import type { Camera, Size } from './camera.ts';

/** Draws points on a canvas by WebGL, each as a disc. */
export interface WebglPoints {
  /** Where the points come from and where they go, (points, 2) both. */
  setPositions(from: Float32Array, to: Float32Array): void;
  /** Red, green, blue and opacity of each, (points, 4). */
  setColours(colours: Uint8Array): void;
  /** Whether the last drawing is still under way. */
  isBusy(): boolean;
  /** `share` of the way, 0 … 1; the diameter in px. */
  draw(camera: Camera, size: Size, share: number, diameter: number): void;
  dispose(): void;
}

const VERTEX = `
attribute vec2 origin;
attribute vec2 target;
attribute vec4 colour;
uniform vec4 view;
uniform float share;
uniform mediump float diameter;
varying vec4 tint;
void main() {
  gl_Position = vec4((mix(origin, target, share) - view.xy) * view.zw, 0.0, 1.0);
  gl_PointSize = diameter;
  tint = colour;
}`;

const FRAGMENT = `
precision mediump float;
uniform mediump float diameter;
varying vec4 tint;
void main() {
  float edge = 1.5 / diameter;
  float distance = length(gl_PointCoord - 0.5);
  float cover = tint.a * (1.0 - smoothstep(0.5 - edge, 0.5, distance));
  gl_FragColor = vec4(tint.rgb * cover, cover);
}`;

/** Null where the browser gives no WebGL. */
export function createWebglPoints(canvas: HTMLCanvasElement): WebglPoints | null {
  const gl = openContext(canvas);
  const program = gl && buildProgram(gl);
  if (!gl || !program) return null;
  // biome-ignore lint/correctness/useHookAtTopLevel: of WebGL, not of React
  gl.useProgram(program);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const [origin, target, colour] = [gl.createBuffer(), gl.createBuffer(), gl.createBuffer()];
  const uniform = (name: string) => gl.getUniformLocation(program, name);
  const [view, shareAt, diameterAt] = [uniform('view'), uniform('share'), uniform('diameter')];
  let points = 0;
  const end = endOfDrawing(gl);

  function fill(buffer: WebGLBuffer | null, name: string, values: Float32Array | Uint8Array, size: number): void {
    if (!gl || !program) return;
    const at = gl.getAttribLocation(program, name);
    const isBytes = values instanceof Uint8Array;
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, size, isBytes ? gl.UNSIGNED_BYTE : gl.FLOAT, isBytes, 0, 0);
  }

  return {
    setPositions(from, to) {
      points = to.length / 2;
      fill(origin, 'origin', from, 2);
      fill(target, 'target', to, 2);
    },
    setColours: (colours) => fill(colour, 'colour', colours, 4),
    isBusy: end.isAhead,
    draw({ x, y, scale }, { width, height }, share, diameter) {
      const ratio = devicePixelRatio;
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.uniform4f(view, x, y, (2 * scale) / width, (2 * scale) / height);
      gl.uniform1f(shareAt, share);
      gl.uniform1f(diameterAt, diameter * ratio);
      gl.drawArrays(gl.POINTS, 0, points);
      end.mark();
    },
    dispose() {
      for (const buffer of [origin, target, colour]) gl.deleteBuffer(buffer);
      gl.deleteProgram(program);
    },
  };
}

function openContext(canvas: HTMLCanvasElement): WebGL2RenderingContext | WebGLRenderingContext | null {
  const options: WebGLContextAttributes = { alpha: true, antialias: false, depth: false };
  return canvas.getContext('webgl2', options) ?? canvas.getContext('webgl', options);
}

/** After so long a drawing counts as done, whatever the browser says of it. */
const LONGEST_MILLISECONDS = 200;

/** Tells when the GPU has done what it was given last. WebGL 1 cannot tell: there it is never ahead. */
function endOfDrawing(gl: WebGL2RenderingContext | WebGLRenderingContext): { mark(): void; isAhead(): boolean } {
  if (!('fenceSync' in gl)) return { mark: () => {}, isAhead: () => false };
  let last: { readonly sync: WebGLSync; readonly at: number } | null = null;
  const forget = (): void => {
    if (last) gl.deleteSync(last.sync);
    last = null;
  };
  return {
    mark() {
      forget();
      const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      last = sync && { sync, at: performance.now() };
      gl.flush();
    },
    isAhead() {
      if (last === null) return false;
      const isDone = gl.getSyncParameter(last.sync, gl.SYNC_STATUS) !== gl.UNSIGNALED;
      if (isDone || performance.now() - last.at > LONGEST_MILLISECONDS) forget();
      return last !== null;
    },
  };
}

function buildProgram(gl: WebGLRenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}
