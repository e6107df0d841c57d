import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** A command to spawn. `stdin` is its first stdio entry. A pipe must stay open as long as the command should run. */
export type Wrapped = { command: string; args: string[]; stdin: 'ignore' | 'pipe' }

/**
 * Wraps a command so it ends when this process does, even by `kill -9`. On Linux it uses the kernel's parent-death signal
 * (setpriv of util-linux), elsewhere a shell that waits for the end of its standard input.
 */
export function diesWithParent(command: string, args: string[]): Wrapped {
  if (process.platform === 'win32') return { command, args, stdin: 'ignore' }
  const setpriv = process.platform === 'linux' ? findOnPath('setpriv') : undefined
  if (setpriv)
    return { command: setpriv, args: ['--pdeathsig', 'KILL', '--', command, ...args], stdin: 'ignore' }
  return shellWatch(command, args)
}

/** The shell's `cat` ends when this process ends, and then kills the command. The shell passes signals on. */
export function shellWatch(command: string, args: string[]): Wrapped {
  const script = [
    // Not 3, which Node uses for its own channel to a child.
    'child= asked=; exec 9<&0',
    // Set before the child starts, so an early signal does not end the shell alone.
    'trap \'asked=1; [ -n "$child" ] && kill -TERM "$child"\' TERM INT',
    '"$@" </dev/null 9<&- & child=$!',
    '[ -n "$asked" ] && kill -TERM "$child"',
    '(cat <&9 >/dev/null; kill -KILL "$child") 2>/dev/null & watch=$!',
    'exec 9<&-',
    // A signal ends `wait` early with a code that is not the child's. 127 means an earlier `wait` got the child's code.
    'code=; while :; do',
    'asked=; wait "$child"; now=$?',
    '[ "$now" = 127 ] && [ -n "$code" ] || code=$now',
    '[ -n "$asked" ] || break',
    'done',
    'kill "$watch" 2>/dev/null',
    'exit "$code"',
  ].join('\n')
  return { command: 'sh', args: ['-c', script, 'sh', command, ...args], stdin: 'pipe' }
}

/** The absolute path of a program on PATH, or undefined. */
export function findOnPath(program: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  return (env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => path.join(folder, process.platform === 'win32' ? `${program}.exe` : program))
    .find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
