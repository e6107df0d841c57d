/** Does something again and again, never twice at once. A failure is told and changes nothing. @returns how to stop */
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
