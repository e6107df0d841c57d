import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { followStream } from '../../shared/live/follow-stream.ts'
import { setLiveState } from '../../shared/live/live-state.ts'
import { ticketsKey } from '../../shared/tickets/ticket-keys.ts'
import { createRefresher } from './refresher.ts'
import { staleAfter } from './ticket-news.ts'

/** A browser opens six connections to a desk, for all its tabs: those that nobody looks at give theirs back. */
const hiddenMs = 10_000

/** While the page is looked at, what changes on the desk changes on it, within a second. */
export function useLiveUpdates() {
  const client = useQueryClient()
  useEffect(() => {
    const refresh = createRefresher(client)
    let begun = false
    const stream = followStream({
      onState: setLiveState,
      onSignedOut: () => refresh([ticketsKey, ['account']]),
      onEvent: (event) => {
        refresh(staleAfter(event, begun))
        begun = true
      },
    })
    return whileLookedAt(stream)
  }, [client])
}

type Stream = ReturnType<typeof followStream>

/** @returns how to end it */
function whileLookedAt(stream: Stream) {
  let leaving: ReturnType<typeof setTimeout> | undefined
  const turn = () => {
    clearTimeout(leaving)
    if (document.hidden) leaving = setTimeout(stream.pause, hiddenMs)
    else stream.resume()
  }
  document.addEventListener('visibilitychange', turn)
  window.addEventListener('online', turn)
  turn()
  return () => {
    clearTimeout(leaving)
    document.removeEventListener('visibilitychange', turn)
    window.removeEventListener('online', turn)
    stream.pause()
  }
}
