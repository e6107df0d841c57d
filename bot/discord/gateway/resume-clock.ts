/** How long a gateway may take to resume a session, or to continue with it. */
export const resumeWithinMs = 60_000

/** The library's manager of connections, whose events have these names. */
type Manager = { on(event: 'hello' | 'dispatch' | 'ready' | 'resumed', listener: () => void): unknown }

/**
 * Watches for a gateway that greets the bot but never resumes its session. The library waits for that without end: it
 * has a deadline for a new session, and none for a resumed one (@discordjs/ws 1.2.3). The clock starts with the
 * greeting and starts again with each event, since a resumed session first brings what was missed. It keeps running when
 * the connection is lost again.
 */
export function createResumeClock(onTimeout: () => void, withinMs = resumeWithinMs) {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const start = () => {
    clearTimeout(timer)
    timer = isStopped ? undefined : setTimeout(onTimeout, withinMs).unref()
  }
  const clear = () => {
    clearTimeout(timer)
    timer = undefined
  }

  function watch(manager: Manager) {
    manager.on('hello', () => {
      if (!timer) start()
    })
    manager.on('dispatch', () => {
      if (timer) start()
    })
    manager.on('ready', clear)
    manager.on('resumed', clear)
  }

  function stop() {
    isStopped = true
    clear()
  }

  return { watch, stop }
}
