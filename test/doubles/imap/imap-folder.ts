type Message = { uid: number; raw: Buffer; flags: Set<string> }

/** The messages of one folder, and the commands on them (RFC 3501, 6.4). Lines are without their end. */
export function openFolder() {
  let messages: Message[] = []
  let next = 1
  let validity = 100

  const add = (raw: string) => {
    messages.push({ uid: next, raw: Buffer.from(raw), flags: new Set() })
    return next++
  }
  /** As a server does that has lost its UIDs: the same messages get new ones. */
  const renumber = () => {
    validity++
    messages = messages.map((message, index) => ({ ...message, uid: index + 1 }))
    next = messages.length + 1
  }
  const isIn = (set: string) => {
    const last = messages.at(-1)?.uid ?? 0
    const ranges = set
      .split(',')
      .map((range) => range.split(':').map((end) => (end === '*' ? last : Number(end))))
    return ({ uid }: Message) =>
      ranges.some(([one = 0, other = one]) => uid >= Math.min(one, other) && uid <= Math.max(one, other))
  }

  /** @throws Error for what it doesn't know */
  function search(criteria: string): number[] {
    const unseen = /\bUNSEEN\b/i.test(criteria)
    const set = /\bUID (\S+)/i.exec(criteria)?.[1]
    const rest = criteria.replace(/\bUNSEEN\b|\bUID \S+|\bSINCE \S+/gi, '').trim()
    if (rest) throw new Error(`unknown search: ${rest}`)
    return messages
      .filter((message) => (!unseen || !message.flags.has('\\Seen')) && (!set || isIn(set)(message)))
      .map(({ uid }) => uid)
  }

  /** @returns lines, with the bytes of a message in them as latin1 */
  function fetch(rest: string): string[] {
    const [, set = '', items = ''] = /^(\S+) (.*)$/.exec(rest) ?? []
    return messages.filter(isIn(set)).map((message) => {
      const piece = /BODY(?:\.PEEK)?\[\](?:<(\d+)\.(\d+)>)?/i.exec(items)
      const from = Number(piece?.[1] ?? 0)
      const bytes = piece ? message.raw.subarray(from, from + Number(piece[2] ?? message.raw.length)) : null
      const parts = [
        `UID ${message.uid}`,
        ...(/RFC822\.SIZE/i.test(items) ? [`RFC822.SIZE ${message.raw.length}`] : []),
        ...(/FLAGS/i.test(items) ? [`FLAGS (${[...message.flags].join(' ')})`] : []),
        ...(bytes
          ? [`BODY[]${piece?.[1] ? `<${from}>` : ''} {${bytes.length}}\r\n${bytes.toString('latin1')}`]
          : []),
      ]
      return `* ${messages.indexOf(message) + 1} FETCH (${parts.join(' ')})`
    })
  }

  function store(rest: string): string[] {
    const [, set = '', flags = ''] = /^(\S+) \+FLAGS(?:\.SILENT)? \((.*)\)$/i.exec(rest) ?? []
    if (!set) throw new Error(`unknown store: ${rest}`)
    return messages.filter(isIn(set)).map((message) => {
      for (const flag of flags.split(' ')) message.flags.add(flag)
      return `* ${messages.indexOf(message) + 1} FETCH (UID ${message.uid} FLAGS (${[...message.flags].join(' ')}))`
    })
  }

  return {
    add,
    renumber,
    remove: (uid: number) => {
      messages = messages.filter((message) => message.uid !== uid)
    },
    search,
    fetch,
    store,
    size: () => messages.length,
    next: () => next,
    validity: () => validity,
    seen: () => messages.filter(({ flags }) => flags.has('\\Seen')).map(({ uid }) => uid),
  }
}

export type ImapFolder = ReturnType<typeof openFolder>
