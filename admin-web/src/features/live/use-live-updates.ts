import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { setLiveState } from '../../shared/live/live-state.ts'
import { shareStream } from '../../shared/live/share-stream.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { ticketsKey } from '../../shared/tickets/ticket-keys.ts'
import { pageAgeMs } from '../../shared/time/page-age.ts'
import { createRefresher } from './refresher.ts'
import { rememberHolder } from './remember-holder.ts'
import { staleAfter } from './stale-after.ts'

/** A tab that nobody looks at needs no news. */
const hiddenMs = 10_000

/** Updates a visible page within a second after a change on the desk. */
export function useLiveUpdates() {
  const client = useQueryClient()
  const { id } = useMe()
  useEffect(() => {
    const refresh = createRefresher(client)
    let resumed = false
    const stream = shareStream(`deskbridge-stream:${id}`, {
      onState: setLiveState,
      onSignedOut: () => refresh([ticketsKey, ['account']]),
      onEvent: (event) => {
        rememberHolder(client, event)
        refresh(staleAfter(event, resumed, pageAgeMs()))
        resumed = true
      },
    })
    return whileVisible(stream)
  }, [client, id])
}

type Stream = ReturnType<typeof shareStream>

/** Runs the stream while the page is visible. @returns a function that stops it */
function whileVisible(stream: Stream) {
  let hiding: ReturnType<typeof setTimeout> | undefined
  const update = () => {
    clearTimeout(hiding)
    if (document.hidden) hiding = setTimeout(stream.pause, hiddenMs)
    else stream.resume()
  }
  document.addEventListener('visibilitychange', update)
  window.addEventListener('online', update)
  update()
  return () => {
    clearTimeout(hiding)
    document.removeEventListener('visibilitychange', update)
    window.removeEventListener('online', update)
    stream.pause()
    stream.close()
  }
}
