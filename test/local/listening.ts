import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** The addresses on which this process, or one below it, listens for TCP on this machine, e.g. `127.0.0.1:5000`. */
export function listening(pids: number[]): string[] {
  const own = new Set(pids.flatMap(socketsOf))
  return ['tcp', 'tcp6']
    .flatMap((table) => listenersIn(table))
    .flatMap(({ inode, address }) => (own.has(inode) ? [address] : []))
}

/** Rows of /proc/net/tcp (proc_net(5)): state 0A is LISTEN. */
function listenersIn(table: string) {
  const rows = readFileSync(`/proc/self/net/${table}`, 'utf8').trim().split('\n').slice(1)
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A')
    .map((fields) => ({ inode: fields[9] ?? '', address: readable(fields[1] ?? '') }))
}

const anyAddress = /^0+$/

function readable(hex: string) {
  const [host = '', port = ''] = hex.split(':')
  const name = host === '0100007F' ? '127.0.0.1' : anyAddress.test(host) ? 'any' : host
  return `${name}:${Number.parseInt(port, 16)}`
}

function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap(
      (fd) => /^socket:\[(\d+)\]$/.exec(linkOf(pid, fd))?.[1] ?? [],
    )
  } catch {
    return []
  }
}

function linkOf(pid: number, fd: string) {
  try {
    return readlinkSync(`/proc/${pid}/fd/${fd}`)
  } catch {
    return ''
  }
}
