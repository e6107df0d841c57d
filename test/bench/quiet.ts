import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

const sampleMs = 250
const quietBelow = 0.15
const patienceMs = 3_000

/**
 * Waits until the machine is idle, for 3 s at most: what one round left behind (events that Inngest is still writing)
 * must not count against the next. A machine that others use never gets quiet; the medians have to do then.
 */
export async function machineIsQuiet() {
  const deadline = performance.now() + patienceMs
  while (performance.now() < deadline) {
    const before = coreTimes()
    await sleep(sampleMs)
    const after = coreTimes()
    if ((after.busy - before.busy) / (after.all - before.all) < quietBelow) return
  }
}

function coreTimes() {
  const times = cpus().map((core) => core.times)
  const all = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0)
  return { all, busy: all - times.reduce((sum, { idle }) => sum + idle, 0) }
}
