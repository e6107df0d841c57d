/**
 * Moves the time of this process, so that a week can be lived in a minute. Everything in the process sees it: tickets,
 * messages, mails. Timers run as before.
 */
export function moveClock(startAt: Date) {
  const RealDate = Date
  let offset = startAt.getTime() - RealDate.now()
  const now = () => RealDate.now() + offset
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: []) => (args.length > 0 ? new target(...args) : new target(now())),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
  return {
    /** Goes on to a later time; an earlier one changes nothing. */
    goTo(time: Date) {
      offset = Math.max(offset, time.getTime() - RealDate.now())
    },
    realNow: () => new RealDate(RealDate.now()),
  }
}
