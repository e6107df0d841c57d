import { readdirSync, readFileSync } from 'node:fs'

/** CPU seconds since each part of a desk started; Inngest with its guard, which is a Node process. Zero for a part that is not among the desk's own child processes. */
export type DeskCpu = { desk: number; inngest: number; database: number }

type Process = { pid: number; parent: number; program: string; own: number; withEnded: number }

/** Linux counts in hundredths of a second whatever its own clock does (`USER_HZ`). */
const ticksPerSecond = 100

/** @returns what a desk and the services that it started have used, or null where there is no /proc */
export function cpuOfDesk(pid: number): DeskCpu | null {
  const all = runningProcesses()
  const desk = all.find((one) => one.pid === pid)
  if (!desk) return null
  const children = descendantsOf(pid, all)
  const sumOf = (programs: RegExp) =>
    children.filter(({ program }) => programs.test(program)).reduce((sum, one) => sum + one.withEnded, 0)
  return {
    desk: desk.own,
    inngest: sumOf(/^(?:inngest|node)/),
    database: sumOf(/^(?:postgres|ferretdb|mongod)/),
  }
}

export const cpuBetween = (before: DeskCpu, after: DeskCpu): DeskCpu => ({
  desk: after.desk - before.desk,
  inngest: after.inngest - before.inngest,
  database: after.database - before.database,
})

function descendantsOf(pid: number, all: Process[]): Process[] {
  const children = all.filter(({ parent }) => parent === pid)
  return [...children, ...children.flatMap((child) => descendantsOf(child.pid, all))]
}

function runningProcesses(): Process[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => readProcess(Number(name)) ?? [])
  } catch {
    return []
  }
}

/** See proc_pid_stat(5). The program's name may contain spaces and parentheses, so the fields begin after the last one. */
function readProcess(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const nameEnds = stat.lastIndexOf(')')
    const fields = stat.slice(nameEnds + 2).split(' ')
    const seconds = (field: number) => Number(fields[field - 3]) / ticksPerSecond
    const own = seconds(14) + seconds(15)
    return {
      pid,
      parent: Number(fields[4 - 3]),
      program: stat.slice(stat.indexOf('(') + 1, nameEnds),
      own,
      withEnded: own + seconds(16) + seconds(17),
    }
  } catch {
    return null // It ended between the listing and the look.
  }
}
