import { createCheckpoint } from '../../../core/database/checkpoint-store.ts'
import type { Database } from '../../../core/open-database.ts'
import { waitFor } from '../../support/wait-for.ts'
import { cardOf, deskWithSlack, type Mode } from './desk-with-slack.ts'
import { personOnSlack } from './staff.ts'

export const channel = 'C0MODS'
const minutes = 60_000

/** Ada has filed a ticket in Slack. Max and Mia are moderators in their channel, where Eve is, too. */
export async function channelWithTicket(
  database: Database,
  mode: Mode,
  options: Parameters<typeof deskWithSlack>[2] = {},
) {
  const world = await deskWithSlack(database, mode, { moderatorsChannel: channel, ...options })
  const { slack, desk, settled } = world
  const ada = slack.as('U1')
  const max = await personOnSlack(world, { id: 'U22', name: 'Max Moe', role: 'moderator' })
  const mia = await personOnSlack(world, { id: 'U23', name: 'Mia Fox', role: 'moderator' })
  slack.addPerson({ id: 'U24', name: 'eve', realName: 'Eve Elm', email: 'eve@example.com' })
  const members = ['U22', 'U23', 'U24']
  slack.addChannel({ id: channel, name: 'moderators', isPrivate: true, members })
  await ada.command('/ticket', 'Printer on fire')
  await (await ada.modal()).submit({ description: 'Flames' })
  const requesters = await cardOf(slack)
  await settled()
  const cards = () => slack.messagesIn(channel).filter(({ buttons }) => buttons.length > 0)
  await slack.waitFor(() => cards()[0], { what: 'the card' })
  await settled()
  const ticket = await waitFor(() => desk.tickets.findByNumber(1), { what: 'the ticket' })
  const card = () => slack.messagesIn(channel).find(({ shown }) => shown.includes('#1'))
  const thread = () => card()?.replies ?? []
  const below = () => slack.dmOf('U1').flatMap(({ replies }) => replies)
  const threadTs = () => card()?.ts ?? ''
  const now = async () => waitFor(() => desk.tickets.find(ticket._id), { what: 'the ticket' })
  const comments = () =>
    desk.comments.list({ ticket: ticket._id, visibilities: ['public', 'internal'], limit: 20 })
  const said = async () =>
    (await comments()).map(({ body, visibility, deleted }) => `${visibility} ${deleted ? 'deleted' : body}`)
  const shows = (words: string) => slack.waitFor(() => card()?.shown.includes(words), { what: words })
  const says = (words: string) =>
    slack.waitFor(() => thread().find(({ shown }) => shown.includes(words)), { what: words })
  const note = (hands: typeof ada, text: string) => hands.reply({ channel, threadTs: threadTs(), text })
  const told = (hands: typeof ada) =>
    hands.ephemeralMessages().flatMap((one) => (one.channel === channel ? [one.text] : []))
  const away = (meanwhile: () => void) =>
    world.restart(async () => {
      meanwhile()
      await createCheckpoint(database, 'slack').save(String(Date.now() - 10 * minutes))
    })
  return {
    ...{ ...world, ada, max, mia, eve: slack.as('U24'), requesters, ticket, cards, card, thread, below },
    ...{ now, comments, said, shows, says, note, told, away },
  }
}
