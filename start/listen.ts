import { createServer, type RequestListener, type Server } from 'node:http'

/**
 * Takes the port before anything else starts, so a port in use is reported at once. It answers 503 until `serve` is
 * called.
 * @param host the address to listen on; left out: all addresses of this machine
 * @throws Error with one line and the remedy
 */
export async function listen(
  port: number,
  host?: string,
): Promise<{ server: Server; port: number; serve: (app: RequestListener) => void }> {
  let app: RequestListener = (_request, response) => {
    response
      .writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '2' })
      .end('Deskbridge is starting.\n')
  }
  const server = createServer((request, response) => app(request, response))
  // Uploads may take this long. `api/body-deadline.ts` gives all other requests 30 s.
  server.requestTimeout = 300_000
  server.headersTimeout = 30_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(readable(error, port, host)))
    if (host) server.listen(port, host, () => resolve())
    else server.listen(port, () => resolve())
  })
  const address = server.address()
  return {
    server,
    port: typeof address === 'object' && address ? address.port : port,
    serve: (next) => {
      app = next
    },
  }
}

const readable = (error: NodeJS.ErrnoException, port: number, host: string | undefined) => {
  if (error.code === 'EADDRINUSE')
    return new Error(`Port ${port} is in use. Stop the program that uses it, or set PORT to another port.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Error(`This machine does not have the address ${host}. Set HOST to one that it has.`)
  return new Error(`Port ${port} can't be used (${error.code}). Set PORT to another port.`)
}

/** Stops accepting requests. Requests in progress have `graceMs` to finish. */
export async function stopListening(server: Server, graceMs: number) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const forced = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(forced)
}
