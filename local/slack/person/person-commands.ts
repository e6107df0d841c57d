import { globalShortcut, messageShortcut, slashCommand } from '../interactions.ts'
import type { SlackContext } from '../methods/method.ts'
import { isFields } from '../schemas/schema.ts'
import type { createDelivery } from '../transport/deliver.ts'
import type { createResponseUrls } from '../transport/response-urls.ts'
import type { Ack } from '../transport/transport.ts'
import type { Person } from '../workspace.ts'
import type { ChannelChoice, Interact, Outcome } from './outcome.ts'
import type { Sight } from './sight.ts'
import { escaped } from './typed-text.ts'

type Options = {
  context: SlackContext
  person: Person
  sight: Pick<Sight, 'channelCalled' | 'messageAt'>
  deliver: ReturnType<typeof createDelivery>['interaction']
  interact: Interact
  responseUrls: ReturnType<typeof createResponseUrls>
  /** the slash commands that Slack knows; undefined: any */
  commands: string[] | undefined
}

/** The slash commands and shortcuts that a person uses. */
export function personCommands({
  context: { workspace, views },
  person,
  sight: { channelCalled, messageAt },
  deliver,
  interact,
  responseUrls,
  commands,
}: Options) {
  /** Types a slash command in a channel; by default in the direct messages with the bot. */
  async function command(name: string, text = '', { channel: id }: ChannelChoice = {}): Promise<Outcome> {
    const channel = channelCalled(id)
    if (commands && !commands.includes(name))
      throw new Error(`${name} is not a valid command. In Slack, all slash commands start with "/".`)
    const triggerId = views.trigger(person.id)
    const responseUrl = responseUrls.urlFor(channel, person.id)
    const ack = await deliver(
      slashCommand(workspace, person, {
        ...{ command: name, text: escaped(text) },
        ...{ channel, triggerId, responseUrl },
      }),
    )
    if (!ack.acked) return { ...ack, userSees: `${name} failed with the error "${errorOf(ack)}"` }
    const body = answerIn(ack)
    if (body) responseUrls.say(channel, person.id, body)
    return { ...ack, userSees: body && String(body.text ?? '') }
  }

  /** A shortcut: of a message when `ts` is given, else a global one. */
  async function shortcut(
    callbackId: string,
    { channel: id, ts }: ChannelChoice & { ts?: string } = {},
  ): Promise<Outcome> {
    const triggerId = views.trigger(person.id)
    if (!ts) return interact(globalShortcut(workspace, person, { callbackId, triggerId }))
    const channel = channelCalled(id)
    const message = messageAt(channel, ts)
    const responseUrl = responseUrls.urlFor(channel, person.id, message)
    return interact(
      messageShortcut(workspace, person, { callbackId, channel, message, triggerId, responseUrl }),
    )
  }

  return { command, shortcut }
}

const errorOf = ({ failure }: Ack) => (failure === 'timeout' ? 'operation_timeout' : 'dispatch_failed')

/** The message in an ack, which may be plain text. */
function answerIn({ body }: Ack): Record<string, unknown> | undefined {
  if (isFields(body)) return body
  return body === undefined ? undefined : { text: String(body) }
}
