/** What WebGL draws with here. */
export interface WebglRenderer {
  /** As the driver names itself. */
  readonly name: string;
  /** Drawn by the CPU, slowly. */
  readonly software: boolean;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Asks WebGL 2 for its renderer; null where there is no WebGL 2 in this thread, or none that computes in 32 bits. */
export function findWebglRenderer(): WebglRenderer | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl?.getExtension('EXT_color_buffer_float')) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { name, software: SOFTWARE.test(name) };
}
