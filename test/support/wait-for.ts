/** Polls until `look` answers something truthy. @throws with `what` after the deadline */
export async function waitFor<T>(
  look: () => T | Promise<T>,
  { what, timeoutMs = 10_000, everyMs = 25 }: { what: string; timeoutMs?: number; everyMs?: number },
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const seen = await look()
    if (seen) return seen as NonNullable<T>
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`)
    await new Promise((done) => setTimeout(done, everyMs))
  }
}
