import { diesWithParent, findOnPath, type Wrapped } from '../processes/dies-with-parent.ts'
import { runCommand } from '../processes/run-command.ts'

export type Wrap = (command: string, args: string[]) => Wrapped

/** Whatever the machine has. The perl line is `ip link set lo up` as an ioctl: SIOCSIFFLAGS with IFF_UP and IFF_RUNNING. */
const loopbackUp = [
  'PATH="$PATH:/usr/sbin:/sbin"',
  "{ ip link set lo up || ifconfig lo up || busybox ip link set lo up || perl -e 'use Socket;",
  'socket(S, AF_INET, SOCK_DGRAM, 0) && ioctl(S, 0x8914, pack("a16 s x22", "lo", 0x41)) || exit 1\'; } 2>/dev/null',
].join('\n')

const script = `${loopbackUp} && exec "$@"`

/**
 * How to run a command in a network namespace of its own, where its ports can be reached by nobody outside, whatever
 * they listen on.
 * @returns undefined where this user may not make one: outside Linux, and in many containers
 */
export async function ownNetwork(): Promise<Wrap | undefined> {
  const unshare = process.platform === 'linux' ? findOnPath('unshare') : undefined
  if (!unshare) return undefined
  const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user']
  const within = (command: string, args: string[]) => [
    ...asRoot,
    ...['--net', 'sh', '-c', script, 'sh', command, ...args],
  ]
  const works = await runCommand(unshare, within('true', []), { log: '/dev/null', timeout: 5_000 }).then(
    () => true,
    () => false,
  )
  if (!works) return undefined
  // A new user namespace clears the parent-death signal, so it is set inside.
  return (command, args) => {
    const inside = diesWithParent(command, args)
    return { command: unshare, args: within(inside.command, inside.args), stdin: inside.stdin }
  }
}
