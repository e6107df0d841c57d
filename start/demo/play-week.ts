import type { Desk } from '../../core/desk.ts'
import { close } from '../../core/tickets/actions/close.ts'
import { perform } from '../../core/tickets/actions/perform.ts'
import type { Discord } from '../../local/discord/start-discord.ts'
import type { Slack } from '../../local/slack/slack.ts'
import { fileTicket } from '../playground/file-many.ts'
import { admin, colleagues, employees, member, moderators } from '../playground/people.ts'
import type { Accounts } from '../playground/set-up-people.ts'
import { type WeekTicket, weekOfTickets } from './week.ts'

export type Stage = { desk: Desk; slack: Slack; discord: Discord; accounts: Accounts }

type Act = { at: number; play: () => Promise<unknown> }

const requesters = [...employees, ...colleagues]

/** What happens in the week, in the order of time; `at` is in hours after its begin. */
export const actsOfWeek = (stage: Stage): Act[] =>
  weekOfTickets()
    .flatMap((ticket, nth) => actsOf(stage, ticket, requesters[nth % requesters.length]?.slack ?? ''))
    .toSorted((one, other) => one.at - other.at)

function actsOf(stage: Stage, ticket: WeekTicket, requester: string): Act[] {
  let number = 0
  const life = createLife(stage, requester, () => number)
  const file = async () => {
    number = await fileTicket(stage.slack, requester, ticket)
  }
  const { filedAt: at, end, note } = ticket
  const claimed = [
    { at: at + 0.4, play: life.claim },
    ...(note ? [{ at: at + 0.5, play: () => life.note(note) }] : []),
    { at: at + 0.7, play: () => life.answer(ticket.answer) },
  ]
  const replied = [{ at: at + 1.6, play: () => life.reply(ticket.reply) }]
  const resolved = [{ at: at + 2.9, play: () => life.resolve(ticket.resolution) }]
  return [
    { at, play: file },
    ...(end === 'open' ? [] : claimed),
    ...(end === 'waiting' ? [{ at: at + 0.9, play: life.wait }] : []),
    ...(end === 'in_progress' || end === 'resolved' || end === 'closed' ? replied : []),
    ...(end === 'resolved' || end === 'closed' ? resolved : []),
    ...(end === 'closed' ? [{ at: at + 6, play: life.close }] : []),
  ]
}

/** What people do with one ticket. @param number is known once it is filed */
function createLife({ desk, slack, discord, accounts }: Stage, requester: string, number: () => number) {
  async function find() {
    const ticket = await desk.tickets.findByNumber(number())
    if (!ticket) throw new Error(`There is no ticket #${number()}.`)
    const { thread } = ticket.surfaces.discord ?? {}
    if (!thread) throw new Error(`Ticket #${number()} has no thread.`)
    markRead(thread)
    const assignee =
      moderators.find(({ handle }) => accounts[handle] === ticket.assignee?.id) ?? moderators[0]
    return { ticket, channel: thread, moderator: discord.as(assignee?.discord ?? '') }
  }

  /** What came before has been seen, so only the last of it is unread in the end. */
  function markRead(thread: string) {
    slack.read(requester, slack.as(requester).dm)
    for (const { discord: id } of [...moderators, member])
      for (const channel of [thread, discord.channelId]) discord.read(id, channel)
  }

  const press = (label: string) => async () => {
    const { channel, moderator } = await find()
    return moderator.clickButton({ channel, label })
  }

  return {
    claim: press('Claim'),
    wait: press('Waiting'),
    async note(content: string) {
      const { channel, moderator } = await find()
      moderator.write({ channel, content })
    },
    async answer(text: string) {
      const { channel, moderator } = await find()
      await moderator.command('reply', { text }, { channel })
    },
    async reply(text: string) {
      const { ticket } = await find()
      const { ts } = ticket.surfaces.slack ?? {}
      if (ts) slack.as(requester).reply({ threadTs: ts, text })
    },
    async resolve(resolution: string) {
      const { moderator } = await find()
      await press('Resolve')()
      await moderator.submitModal({ resolution })
    },
    async close() {
      const { ticket } = await find()
      const boss = await desk.users.find(accounts[admin.key] ?? '')
      if (boss) await perform(desk, boss, close, { id: ticket._id, input: {}, surface: 'api', address: null })
    },
  }
}
