import { createServer, type Socket } from 'node:net'

/** The test file that every scanner calls infected: https://www.eicar.org/download-anti-malware-testfile/ */
export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

const command = Buffer.from('zINSTREAM\0')

/**
 * A clamd that knows one virus and only INSTREAM, and is as strict as the real one: it drops who sends anything else, and
 * refuses more than `maxBytes`.
 */
export async function startClamd({ maxBytes = 25 * 1_024 * 1_024, port = 0 } = {}) {
  const scanned: number[] = []
  const server = createServer((socket) => serve(socket, maxBytes, scanned))
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('clamd has no port')
  return {
    at: { host: '127.0.0.1', port: address.port },
    /** the sizes of what was scanned */
    scanned,
    close: () => new Promise((done) => server.close(done)),
  }
}

function serve(socket: Socket, maxBytes: number, scanned: number[]) {
  let unread: Buffer = Buffer.alloc(0)
  let content: Buffer = Buffer.alloc(0)
  let begun = false
  const answer = (line: string) => socket.end(`${line}\0`)
  socket.on('error', () => {})

  function read() {
    if (!begun) {
      if (unread.length < command.length) return
      if (!unread.subarray(0, command.length).equals(command)) return answer('UNKNOWN COMMAND')
      unread = unread.subarray(command.length)
      begun = true
    }
    while (unread.length >= 4) {
      const length = unread.readUInt32BE()
      if (content.length + length > maxBytes) return answer('INSTREAM size limit exceeded. ERROR')
      if (length === 0) return verdict()
      if (unread.length < 4 + length) return
      content = Buffer.concat([content, unread.subarray(4, 4 + length)])
      unread = unread.subarray(4 + length)
    }
  }

  function verdict() {
    scanned.push(content.length)
    answer(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')
  }

  socket.on('data', (bytes: Buffer) => {
    unread = Buffer.concat([unread, bytes])
    read()
  })
}
