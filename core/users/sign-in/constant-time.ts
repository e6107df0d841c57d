/**
 * Does work and answers on a fixed time grid, so timing reveals nothing.
 * @param stepMs usually longer than the work takes
 */
export async function inConstantTime<T>(stepMs: number, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  try {
    return await work()
  } finally {
    const passed = performance.now() - started
    await new Promise((done) => setTimeout(done, stepMs - (passed % stepMs)))
  }
}
