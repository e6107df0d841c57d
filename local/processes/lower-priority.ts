import { writeFileSync } from 'node:fs'
import { constants, getPriority, setPriority } from 'node:os'

const { PRIORITY_BELOW_NORMAL: low } = constants.priority

/**
 * Lets other processes go first when the machine has too much to do: before this one, and before those that it starts
 * from now on. They still get about a tenth of a core that others want, too.
 */
export function lowerPriority() {
  try {
    if (getPriority() < low) setPriority(low)
    // Linux may share out its cores by session first. A process's own priority then counts only within its session: sched(7).
    if (process.platform === 'linux') writeFileSync('/proc/self/autogroup', String(low))
  } catch {
    // Not every system allows it, and the work gets done all the same.
  }
}
