import { expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { deleteTicket } from '../../../core/tickets/actions/delete.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { deskWithDiscord } from './desk-with-discord.ts'

const admin = { _id: newId(), name: 'Ines', role: 'admin' as const }
const title = 'Dismissal of Uma'

/** Eva has filed a ticket on Discord. Both cards are there. */
async function filed() {
  const all = await deskWithDiscord()
  const { desk, discord, somebody, settled } = all
  const eva = await somebody('Eva', 'user')
  const max = await somebody('Max', 'moderator')
  await eva.person.command('ticket new', {}, { channel: discord.channelId })
  await eva.person.submitModal({ Title: title, 'What happened?': 'Secret.' })
  const surfaces = async () => (await desk.tickets.findByNumber(1))?.surfaces
  await discord.waitFor(async () => (await surfaces())?.discordRequester?.card, { what: 'both cards' })
  await settled()
  const { discord: staff, discordRequester: own } = (await surfaces()) ?? {}
  const id = (await desk.tickets.findByNumber(1))?._id ?? ''
  return {
    ...{ ...all, id },
    staff: { channel: staff?.thread ?? '', card: staff?.card ?? '' },
    own: { channel: own?.channel ?? '', card: own?.card ?? '' },
    claims: () => perform(desk, max.user, claim, { id, surface: 'web', input: {} }),
    erases: () => perform(desk, admin, deleteTicket, { id, surface: 'web', input: {} }),
  }
}

test.each(['staff', 'own'] as const)(
  'of the card that was posted again (%s), with a lost answer, nothing is left',
  async (which) => {
    const all = await filed()
    const { discord, claims, erases, settled } = all
    const { channel, card } = all[which]
    discord.deleteMessage(card)
    discord.loseAnswer({ method: 'POST', path: new RegExp(`${channel}/messages$`), times: 1 })
    const blind = discord.failNext({ method: 'GET', path: /messages$/, status: 500, times: 1_000 })
    await claims()
    const shown = () => discord.transcript(channel)
    await discord.waitFor(() => shown().includes('In progress: Max'), { what: 'the card, posted again' })
    await erases()
    blind.remove()
    await settled()
    expect(shown()).not.toContain('Secret.')
    expect(shown()).toContain('Deleted')
  },
)

test('the requester’s thread does not keep the title in its name', async () => {
  const { discord, own, erases, settled } = await filed()
  const thread = () => discord.threads().find(({ id }) => id === own.channel)
  expect(thread()?.name).toBe(`#1 ${title}`)
  await erases()
  await settled()
  expect(thread()?.name).toBe('#1 Deleted ticket')
  expect(discord.transcript()).not.toContain('Dismissal')
})
