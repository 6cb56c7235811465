/** The first byte that the compiler leaves free. */
export function exportedHeapBase(): usize {
  return __heap_base;
}
