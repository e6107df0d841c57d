import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Whether this is Debian itself. The mirrors of its derivatives don't have Debian's releases. */
export async function isDebian(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '')
  return /^ID="?debian"?$/m.test(release)
}

/** The Debian archive that apt uses on this machine, or undefined. */
export async function debianMirror(etcApt = '/etc/apt'): Promise<string | undefined> {
  const lists = path.join(etcApt, 'sources.list.d')
  const names = await readdir(lists).catch(() => [])
  const files = [path.join(etcApt, 'sources.list'), ...names.map((name) => path.join(lists, name))]
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '')
    const found = file.endsWith('.sources') ? fromStanzas(text) : fromLines(text)
    if (found) return await resolveMirrorList(found)
  }
  return undefined
}

/** deb822 style (sources.list(5)): stanzas of `Field: value`. */
function fromStanzas(text: string): string | undefined {
  for (const stanza of text.split(/\n\s*\n/)) {
    const field = (name: string) =>
      new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(stanza)?.[1]?.trim().split(/\s+/) ?? []
    if (field('Enabled')[0]?.toLowerCase() === 'no' || !field('Types').includes('deb')) continue
    const uri = field('URIs')[0]
    if (uri && isMainArchive(field('Suites'), field('Components'))) return uri
  }
  return undefined
}

/** One-line style: `deb [options] uri suite component...`. */
function fromLines(text: string): string | undefined {
  for (const line of text.split('\n')) {
    const match = /^\s*deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+(.+)$/.exec(line)
    if (match?.[1] && match[2] && match[3] && isMainArchive([match[2]], match[3].split(/\s+/)))
      return match[1]
  }
  return undefined
}

const releases = new Set(['oldstable', 'stable', 'testing', 'unstable', 'sid'])
const codeNames = new Set(['bullseye', 'bookworm', 'trixie', 'forky', 'duke'])

/** Whether this is the main archive, not security, backports or another vendor's. */
function isMainArchive(suites: string[], components: string[]): boolean {
  return components.includes('main') && suites.some((suite) => releases.has(suite) || codeNames.has(suite))
}

/** Debian's cloud images name a file of mirrors (apt-transport-mirror(1)). */
async function resolveMirrorList(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('mirror+file:')) return uri
  const list = await readFile(uri.slice('mirror+file:'.length), 'utf8').catch(() => '')
  return list
    .split('\n')
    .map((line) => line.trim().split(/\s+/)[0] ?? '')
    .find((line) => line && !line.startsWith('#'))
}
