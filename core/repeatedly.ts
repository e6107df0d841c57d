/** Runs `work` repeatedly, never twice at once. Reports a failure and continues. @returns a function that stops it */
export function repeatedly(work: () => Promise<unknown>, everyMs: number, failed: (error: Error) => void) {
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  async function round() {
    await work().catch((error: Error) => {
      if (!stopped) failed(error)
    })
    if (!stopped) timer = setTimeout(round, everyMs)
  }

  timer = setTimeout(round, everyMs)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
