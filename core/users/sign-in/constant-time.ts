/**
 * Does something and is done at the next full step of time, so that how long it took tells nobody what it did.
 * @param stepMs longer than the work takes as a rule
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
