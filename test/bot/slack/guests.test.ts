import { describe, expect, test } from 'vitest'
import { emptyDatabase } from './database.ts'
import { deskWithSlack, type Mode } from './desk-with-slack.ts'
import { personOnSlack } from './staff.ts'

const database = emptyDatabase()

const guest = { id: 'U7', name: 'gus', realName: 'Gus Guest', email: 'gus@example.com', isGuest: true }
/** Somebody of another company, whose id looks as in Enterprise Grid. */
const stranger = { id: 'W8', name: 'sam', realName: 'Sam Stray', email: 'sam@other.example', team: 'T0OTHER' }

type Options = Parameters<typeof deskWithSlack>[2]

async function worldWith(mode: Mode, options: Options = {}) {
  const world = await deskWithSlack(database(), mode, options)
  for (const person of [guest, stranger]) world.slack.addPerson(person)
  return world
}

const account = ({ desk, slack }: Awaited<ReturnType<typeof worldWith>>, id: string) =>
  desk.users.findBySlack(slack.team.id, id)

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  test.each([
    ['a guest, by default', guest.id, {}],
    ['a stranger, where everyone is let in', stranger.id, { admits: 'everyone' as const }],
  ])('%s, files a ticket', async (_name, id, options) => {
    const world = await worldWith(mode, options)
    const hands = world.slack.as(id)
    await hands.command('/ticket', 'Printer on fire')
    const modal = await hands.modal()
    expect((await modal.submit({ description: 'Flames' })).errors).toEqual({})
    expect(modal.shown()).toContain('Filed as')
    expect(await account(world, id)).toMatchObject({ active: true })
    await world.settled()
  })

  test.each([
    [
      'a guest, where only members are let in',
      guest.id,
      { admits: 'members' as const },
      'is for members of this workspace',
    ],
    ['a stranger, by default', stranger.id, {}, 'is for this company’s people'],
  ])('%s, is told whom to ask, and gets no account', async (_name, id, options, words) => {
    const world = await worldWith(mode, options)
    const hands = world.slack.as(id)
    await hands.command('/ticket', 'Printer on fire')
    const modal = await hands.modal()
    expect(modal.shown()).toContain(words)
    expect(modal.labels()).toEqual([])
    await hands.shortcut('file_ticket')
    expect((await hands.modal()).shown()).toContain(words)
    expect(await account(world, id)).toBeNull()
    expect(await world.desk.tickets.findByNumber(1)).toBeNull()
  })

  test('whoever has an account keeps it', async () => {
    const world = await worldWith(mode, { admits: 'members' })
    const { hands } = await personOnSlack(world, { id: 'U9', name: 'Gina Guest', role: 'user' })
    world.slack.addPerson({ ...guest, id: 'U9', email: 'gina@example.com' })
    await hands.command('/ticket', 'Printer on fire')
    expect((await (await hands.modal()).submit({ description: 'Flames' })).errors).toEqual({})
    await world.settled()
  })
})
