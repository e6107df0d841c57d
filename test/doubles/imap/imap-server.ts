import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { type ImapFolder, openFolder } from './imap-folder.ts'

type Login = { user: string; pass: string }

/**
 * An IMAP server (RFC 3501) with one folder, as far as the desk uses it: it signs in, selects, searches by UID, fetches
 * pieces, stores flags and tells of new messages during IDLE (RFC 2177). It is strict: a command that it doesn't know, or
 * in a state that doesn't allow it, is answered with BAD and noted.
 */
export async function startImapServer({ user, pass }: Login) {
  const folder = openFolder()
  const sessions = new Set<ReturnType<typeof serve>>()
  const violations: string[] = []
  const commands: string[] = []
  let refusesLogin = false
  let onCommand: (name: string) => void = () => {}

  const note = (violation: string) => violations.push(violation)
  const log = (command: string) => {
    commands.push(command)
    onCommand(command)
  }
  const isLogin = (given: Login) => !refusesLogin && given.user === user && given.pass === pass
  const server = createServer((socket) => {
    const session = serve(socket, { folder, isLogin, note, log })
    sessions.add(session)
    socket.once('close', () => sessions.delete(session))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    port,
    folder,
    violations,
    commands,
    url: `imap://${encodeURIComponent(user)}:${encodeURIComponent(pass)}@127.0.0.1:${port}/INBOX`,
    /** A mail arrives. Sessions that wait hear of it. @returns its UID */
    deliver: (raw: string) => {
      const uid = folder.add(raw)
      for (const session of sessions) session.tell()
      return uid
    },
    /** Hears of each command before it is carried out, e.g. "UID FETCH". */
    onCommand: (listener: (name: string) => void) => {
      onCommand = listener
    },
    connections: () => sessions.size,
    refuseLogin: (refuses: boolean) => {
      refusesLogin = refuses
    },
    dropConnections: () => {
      for (const session of sessions) session.drop()
    },
    stop: async () => {
      for (const session of sessions) session.drop()
      server.close()
      await once(server, 'close')
    },
  }
}

type Parts = {
  folder: ImapFolder
  isLogin: (given: Login) => boolean
  note: (violation: string) => void
  log: (command: string) => void
}

/** One connection. */
function serve(socket: Socket, { folder, isLogin, note, log }: Parts) {
  let state: 'new' | 'authenticated' | 'selected' | 'idle' = 'new'
  let idleTag = ''
  let told = 0
  let input = ''
  const send = (line: string) => void (socket.writable && socket.write(`${line}\r\n`, 'latin1'))
  const tell = () => {
    if (state !== 'idle' || told === folder.size()) return
    told = folder.size()
    send(`* ${told} EXISTS`)
  }

  const select = () => {
    told = folder.size()
    send('* FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)')
    send(`* ${told} EXISTS`)
    send('* 0 RECENT')
    send(`* OK [UIDVALIDITY ${folder.validity()}] valid`)
    send(`* OK [UIDNEXT ${folder.next()}] next`)
    state = 'selected'
    return 'OK [READ-WRITE] selected'
  }
  const inFolder = (work: () => string) => (state === 'selected' ? work() : 'BAD no folder is selected')

  /** @returns the tagged answer; null: none yet */
  function answer(tag: string, name: string, rest: string): string | null {
    switch (name) {
      case 'CAPABILITY':
        send('* CAPABILITY IMAP4rev1 IDLE')
        return 'OK done'
      case 'NOOP':
        return 'OK done'
      case 'LOGIN': {
        if (state !== 'new') return 'BAD signed in already'
        const [user = '', pass = ''] = stringsIn(rest)
        if (!isLogin({ user, pass })) return 'NO [AUTHENTICATIONFAILED] wrong user name or password'
        state = 'authenticated'
        return 'OK signed in'
      }
      case 'LIST':
      case 'LSUB':
        if (state === 'new') return 'BAD sign in first'
        send(`* ${name} () "/" "INBOX"`)
        return 'OK done'
      case 'SELECT':
        if (state === 'new') return 'BAD sign in first'
        return stringsIn(rest)[0] === 'INBOX' ? select() : 'NO [NONEXISTENT] no such folder'
      case 'UID SEARCH':
        return inFolder(() => {
          send(`* SEARCH ${folder.search(rest).join(' ')}`.trimEnd())
          return 'OK done'
        })
      case 'UID FETCH':
        return inFolder(() => {
          for (const line of folder.fetch(rest)) send(line)
          return 'OK done'
        })
      case 'UID STORE':
        return inFolder(() => {
          for (const line of folder.store(rest)) send(line)
          return 'OK done'
        })
      case 'IDLE':
        return inFolder(() => {
          state = 'idle'
          idleTag = tag
          send('+ idling')
          tell()
          return ''
        })
      case 'LOGOUT':
        send('* BYE')
        return 'OK bye'
      default:
        return `BAD unknown command ${name}`
    }
  }

  function onLine(line: string) {
    if (state === 'idle') {
      if (line.toUpperCase() !== 'DONE') return note(`during IDLE: ${line}`)
      state = 'selected'
      return send(`${idleTag} OK idled`)
    }
    const [, tag = '', name = '', rest = ''] = /^(\S+) (UID \S+|\S+) ?(.*)$/i.exec(line) ?? []
    log(name.toUpperCase())
    const said = tag ? answer(tag, name.toUpperCase(), rest) : 'BAD no tag'
    if (said?.startsWith('BAD')) note(`${line.replace(/^(\S+ LOGIN).*/i, '$1 …')}: ${said}`)
    if (said) send(`${tag || '*'} ${said}`)
  }

  socket.setEncoding('latin1')
  socket.on('error', () => undefined)
  socket.on('data', (text) => {
    input += text
    for (let end = input.indexOf('\r\n'); end >= 0; end = input.indexOf('\r\n')) {
      const line = input.slice(0, end)
      input = input.slice(end + 2)
      onLine(line)
    }
  })
  send('* OK ready')
  return { tell, drop: () => socket.destroy() }
}

const stringsIn = (text: string) =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, atom]) =>
    quoted === undefined ? (atom ?? '') : quoted.replace(/\\(.)/g, '$1'),
  )
