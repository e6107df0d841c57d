/**
 * How far a folder was read. All messages up to `uid` are done. UIDs only count with their validity (RFC 9051, 2.3.1.1).
 * @property at when it was stored
 */
export type Progress = { validity: string; uid: number; at: Date }

/** What a server says of a folder. @property next the lowest UID that a new message may get */
export type Folder = { validity: string; next: number }

export const writeProgress = ({ validity, uid, at }: Progress) => [validity, uid, at.toISOString()].join(' ')

export function readProgress(text: string | null): Progress | null {
  const [validity = '', uid = '', at = ''] = text?.split(' ') ?? []
  return validity ? { validity, uid: Number(uid), at: new Date(at) } : null
}

/**
 * Where to continue: `after` a UID, or, when the server has given all messages new UIDs, with the unread ones `since`
 * the folder was last read. The first time, messages that are already there are left alone.
 */
export function resumePoint(
  known: Progress | null,
  { validity, next }: Folder,
): { after: number } | { unreadSince: Date } {
  if (!known) return { after: next - 1 }
  return known.validity === validity ? { after: known.uid } : { unreadSince: known.at }
}

/** The UID up to which all messages are done. @param uids of all messages after `uid` @param done those that are done */
export function lastDoneUid(uid: number, uids: readonly number[], done: ReadonlySet<number>): number {
  const ascending = uids.filter((one) => one > uid).toSorted((one, other) => one - other)
  const firstOpen = ascending.findIndex((one) => !done.has(one))
  return (firstOpen < 0 ? ascending : ascending.slice(0, firstOpen)).at(-1) ?? uid
}
