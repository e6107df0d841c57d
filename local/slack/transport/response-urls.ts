import { failureOf } from '../failure.ts'
import type { Arguments } from '../methods/arguments.ts'
import { contentOf } from '../methods/chat-methods.ts'
import type { SlackContext } from '../methods/method.ts'
import type { Channel, Message } from '../workspace.ts'

const usesOfEach = 5
const lifeMs = 30 * 60_000

type Ticket = {
  channel: Channel
  userId: string
  original: Message | undefined
  uses: number
  until: number
}

/** The addresses that commands and clicks carry: five answers within half an hour, without a token. */
export function createResponseUrls({ workspace, appEvents, ephemeral, origin }: SlackContext) {
  const tickets = new Map<string, Ticket>()
  const fromBot = { user: workspace.app.botUserId, bot_id: workspace.app.botId, app_id: workspace.app.id }

  /** Posts what a command's ack or a response_url was given: to the person alone, unless `in_channel`. */
  function say(channel: Channel, userId: string, args: Arguments) {
    const content = { ...fromBot, ...contentOf(workspace, args) }
    if (args.response_type === 'in_channel') appEvents.posted(channel, workspace.post(channel, content))
    else
      ephemeral.post(userId, {
        type: 'message',
        ts: workspace.nextTs(),
        team: workspace.team.id,
        ...content,
        channel: channel.id,
      })
  }

  function replace(channel: Channel, original: Message, args: Arguments) {
    const message = {
      ...original,
      ...contentOf(workspace, args),
      edited: { user: fromBot.user, ts: workspace.nextTs() },
    }
    workspace.edit(channel, original, message)
    appEvents.changed(channel, message, original)
  }

  return {
    say,

    urlFor(channel: Channel, userId: string, original?: Message): string {
      const id = crypto.randomUUID()
      tickets.set(id, { channel, userId, original, uses: 0, until: Date.now() + lifeMs })
      return `${origin()}/response/${id}`
    },

    /** Answers a POST to such an address with Slack's status and words. */
    answer(id: string, args: Arguments): { status: number; body: string } {
      const ticket = tickets.get(id)
      if (!ticket) return { status: 404, body: 'no_service' }
      if (Date.now() > ticket.until || ticket.uses >= usesOfEach) return { status: 404, body: 'used_url' }
      ticket.uses += 1
      const { channel, userId } = ticket
      const original = ticket.original && workspace.find(channel.id, ticket.original.ts)
      try {
        if (args.delete_original && original) {
          workspace.remove(channel, original)
          appEvents.deleted(channel, original)
        } else if (args.replace_original && original) replace(channel, original, args)
        else if (args.delete_original && ticket.original) ephemeral.remove(userId, ticket.original.ts)
        else if (args.replace_original && ticket.original)
          ephemeral.update(userId, ticket.original.ts, contentOf(workspace, args))
        else say(channel, userId, args)
        return { status: 200, body: 'ok' }
      } catch (error) {
        const known = failureOf(error)
        if (!known) throw error
        return { status: 400, body: known.error }
      }
    },
  }
}
