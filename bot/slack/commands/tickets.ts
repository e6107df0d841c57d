import type { Middleware, SlackCommandMiddlewareArgs } from '@slack/bolt'
import type { SlackDependencies } from '../dependencies.ts'
import { readList } from '../lists/read-list.ts'
import { showTicket } from '../lists/show-ticket.ts'
import type { SlashCommand } from '../manifest/manifest-types.ts'
import { respondWith } from '../outbound/respond-with.ts'
import { findReader } from '../resolve-actor.ts'
import { listMessage } from '../views/list-message.ts'

export const ticketsCommand = {
  command: '/tickets',
  description: 'List your tickets',
  should_escape: false,
} satisfies SlashCommand

/** How many tickets a message lists. */
export const listedInMessage = 8

/** Lists the tickets of whoever typed the command. Only they see the list. */
export const onTicketsCommand =
  (deps: SlackDependencies): Middleware<SlackCommandMiddlewareArgs> =>
  async ({ ack, command, respond }) => {
    await ack()
    await respondWith(deps, respond, async () => {
      const reader = await findReader(deps.desk, handleOfCommand(command))
      return listMessage(await readList(deps.desk, reader, { list: 'mine' }, listedInMessage), reader)
    })
  }

/** The number in `/ticket 42`, or null when the text is a ticket's title. */
export const numberIn = (text: string) => {
  const digits = /^\s*#?(\d{1,9})\s*$/.exec(text)?.[1]
  return digits ? Number(digits) : null
}

/** Shows a ticket to whoever typed the command, and to nobody else. */
export const showNumbered = (
  deps: SlackDependencies,
  { command, respond }: Pick<SlackCommandMiddlewareArgs, 'command' | 'respond'>,
  number: number,
) =>
  respondWith(deps, respond, async () => {
    const reader = await findReader(deps.desk, handleOfCommand(command))
    return showTicket(deps, reader, ({ tickets }) => tickets.findByNumber(number))
  })

export const handleOfCommand = ({ team_id: team, user_id: user }: SlackCommandMiddlewareArgs['command']) => ({
  team,
  user,
})
