import { DiscordClient } from '../discord/client/discord-client.tsx'
import { useLiveState } from '../live/use-live.ts'
import { SlackClient } from '../slack/client/slack-client.tsx'
import { PersonSwitcher } from './person-switcher.tsx'
import type { usePlaying } from './use-playing.ts'

type Playing = ReturnType<typeof usePlaying>

/** Slack, played as one of the employees. */
export function PlayedSlack({ playing: { slack } }: { playing: Playing }) {
  const { slack: screen } = useLiveState()
  // Whose screen it is: that of who was chosen comes a moment later.
  const player = slack.players.find(({ id: one }) => one === screen?.me.id)
  if (!screen || !player) return <Loading name="Slack" />
  const { id } = screen.me
  return (
    <SlackClient
      key={id}
      screen={screen}
      place={slack.placeOf(id)}
      onGo={(place) => slack.go(id, place)}
      onLoadEarlier={slack.loadEarlier}
      switcher={
        <PersonSwitcher players={slack.players} player={player} round={false} onBecome={slack.become} />
      }
    />
  )
}

/** Discord, played as one of the moderators. */
export function PlayedDiscord({ playing: { discord } }: { playing: Playing }) {
  const { discord: screen } = useLiveState()
  // Whose screen it is: that of who was chosen comes a moment later.
  const player = discord.players.find(({ id: one }) => one === screen?.me.id)
  if (!screen || !player) return <Loading name="Discord" />
  const { id } = screen.me
  return (
    <DiscordClient
      key={id}
      screen={screen}
      place={discord.placeOf(id)}
      onGo={(place) => discord.go(id, place)}
      onLoadEarlier={discord.loadEarlier}
      switcher={<PersonSwitcher players={discord.players} player={player} round onBecome={discord.become} />}
    />
  )
}

const Loading = ({ name }: { name: string }) => (
  <section className="pane loading" aria-label={name}>
    Waiting for {name}…
  </section>
)
