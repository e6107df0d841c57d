import { useState } from 'react'
import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'
import type { Arguments, Call } from '../../../../protocol.ts'
import { readFiles } from '../../live/read-files.ts'
import { useLive } from '../../live/use-live.ts'
import { withMentions } from '../../shared/composer/suggestion.ts'
import { withEmoji } from '../../shared/composer/with-emoji.ts'
import { useFailure } from '../../shared/use-failure.ts'
import { nameOf } from '../message/name-of.ts'
import { type Values, withoutFiles } from '../modal/modal-fields.ts'

type DiscordCall = Extract<Call, `discord.${string}`>

/** What the person can do in Discord. Failures are shown above the composer. */
export function useDiscord(screen: DiscordScreen) {
  const live = useLive()
  const [busy, setBusy] = useState(0)
  const { failure, attempt, quietly, dismiss } = useFailure()
  const ask = <Of extends DiscordCall>(call: Of, args: Arguments<Of>) => live.call(call, args, screen.me.id)
  const people = screen.members.map(({ user }) => ({ id: user.id, name: nameOf(user) }))
  const typed = (text: string) => withEmoji(withMentions(text, people))

  async function interact(work: Promise<unknown>) {
    setBusy((count) => count + 1)
    await attempt(work).catch(() => undefined)
    setBusy((count) => count - 1)
  }

  async function write(channel: string, content: string, replyTo: string | undefined, files: File[]) {
    const sent = await readFiles(files)
    await ask('discord.write', {
      channel,
      content: typed(content),
      ...(replyTo && { replyTo }),
      ...(sent.length > 0 && { files: sent }),
    })
  }

  async function submitModal(id: string, filled: Values) {
    const { values, files } = withoutFiles(filled)
    const sent: Record<string, Awaited<ReturnType<typeof readFiles>>> = {}
    for (const { customId, files: picked } of files) sent[customId] = await readFiles(picked)
    await ask('discord.submitModal', { id, values, files: sent })
  }

  return {
    screen,
    failure,
    dismissFailure: dismiss,
    /** Whether a click or a command still waits for its answer. */
    isBusy: busy > 0,
    ask,
    /** Does something whose failure is only shown. */
    quietly: <Of extends DiscordCall>(call: Of, args: Arguments<Of>) => quietly(ask(call, args)),
    /** The same for a click, a choice or a command: until its answer, nothing else can be pressed. */
    interact: <Of extends DiscordCall>(call: Of, args: Arguments<Of>) => void interact(ask(call, args)),
    /** Throws what Discord says in the form. */
    submitModal,
    write: (channel: string, content: string, replyTo: string | undefined, files: File[]) =>
      attempt(write(channel, content, replyTo, files)),
    edit: (channel: string, messageId: string, content: string) =>
      quietly(ask('discord.edit', { channel, messageId, content: typed(content) })),
  }
}

export type Discord = ReturnType<typeof useDiscord>
