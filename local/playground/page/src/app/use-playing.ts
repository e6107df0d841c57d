import { useEffect, useState } from 'react'
import { firstPlace as firstDiscordPlace } from '../discord/client/place.ts'
import { useLive, useLiveState } from '../live/use-live.ts'
import { useStored } from '../shared/use-stored.ts'
import { firstPlace as firstSlackPlace, noPlace, type Place } from '../slack/client/place.ts'
import { lastPlayed, players } from './people.ts'

const pageSize = 100

/** Who is played where and what they have open; tells the server what to send. */
export function usePlaying() {
  const live = useLive()
  const { welcome, slack, discord } = useLiveState()
  const slackSide = useSide<Place>('slack', noPlace)
  const discordSide = useSide<string | null>('discord', null)

  const slackPlayers = welcome?.platforms.slack ? players(welcome, 'slack') : []
  const discordPlayers = welcome?.platforms.discord ? players(welcome, 'discord') : []
  const slackPlayer = lastPlayed(slackPlayers, slackSide.person)
  const discordPlayer = lastPlayed(discordPlayers, discordSide.person)

  const slackPlace = slackSide.placeOf(slackPlayer?.id)
  const discordPlace = discordSide.placeOf(discordPlayer?.id)
  const watched = JSON.stringify({
    slack: slackPlayer
      ? {
          person: slackPlayer.id,
          open: slackPlace.conversation ?? (slack?.me.id === slackPlayer.id ? firstSlackPlace(slack) : null),
          thread: slackPlace.thread,
          limit: slackSide.limit,
        }
      : null,
    discord: discordPlayer
      ? {
          person: discordPlayer.id,
          open: discordPlace ?? (discord?.me.id === discordPlayer.id ? firstDiscordPlace(discord) : null),
          limit: discordSide.limit,
        }
      : null,
    mailbox: true,
  })
  useEffect(() => {
    if (welcome) live.watch(JSON.parse(watched))
  }, [live, welcome, watched])

  return {
    slack: { ...slackSide, players: slackPlayers, player: slackPlayer, place: slackPlace },
    discord: { ...discordSide, players: discordPlayers, player: discordPlayer, place: discordPlace },
  }
}

/** One client: who is played, and where each of them is. */
function useSide<At>(platform: string, start: At) {
  const [person, setPerson] = useStored<string | null>(`${platform}-person`, null)
  const [places, setPlaces] = useState<Record<string, At>>({})
  const [limit, setLimit] = useState(pageSize)
  const { refusedLooks } = useLiveState()
  useEffect(() => {
    if (refusedLooks > 0) setPlaces({})
  }, [refusedLooks])
  return {
    person,
    limit,
    placeOf: (id: string | undefined): At => places[id ?? ''] ?? start,
    become(id: string) {
      setLimit(pageSize)
      setPerson(id)
    },
    go(id: string, place: At) {
      setLimit(pageSize)
      setPlaces((now) => ({ ...now, [id]: place }))
    },
    loadEarlier: () => setLimit((now) => Math.min(now + pageSize, 1_000)),
  }
}
