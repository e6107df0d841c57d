import { chmod, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

type SocketFolder = { folder: string; removeLink(): Promise<void> }

/** Makes a folder that only this user can enter. One that is there already is closed to others. */
export async function privateFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  return folder
}

/** A Unix socket's path has at most 103 bytes on macOS, 107 on Linux (unix(7)), so a deep folder gets a short symbolic link. */
export async function shortPath(folder: string): Promise<SocketFolder> {
  if (Buffer.byteLength(folder) <= 80) return { folder, removeLink: async () => undefined }
  const short = await mkdtemp(path.join(tmpdir(), 'deskbridge-'))
  const link = path.join(short, 'run')
  await symlink(folder, link)
  return { folder: link, removeLink: () => rm(short, { recursive: true, force: true }) }
}
