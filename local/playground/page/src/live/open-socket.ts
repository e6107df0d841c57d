import { type FromPage, type FromServer, protocolName } from '../../../protocol.ts'
import type { Open } from './live.ts'

/** A WebSocket to the server of this page. @param token from the link that the desk printed */
export const openSocket =
  (token: string): Open =>
  ({ message, closed }) => {
    const url = new URL('/live', location.href)
    url.protocol = 'ws:'
    const socket = new WebSocket(url, [protocolName, token || 'none'])
    socket.addEventListener('message', (event) => message(JSON.parse(String(event.data)) as FromServer))
    socket.addEventListener('close', closed)
    return {
      send: (sent: FromPage) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(sent))
      },
    }
  }
