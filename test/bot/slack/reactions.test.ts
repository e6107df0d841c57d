import { describe, expect, test } from 'vitest'
import { slackManifest } from '../../../bot/slack/manifest/manifest.ts'
import { newId } from '../../../core/ids.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { editComment } from '../../../core/tickets/comments/edit-comment.ts'
import { react } from '../../../core/tickets/comments/react.ts'
import { waitFor } from '../../support/wait-for.ts'
import { emptyDatabase } from './database.ts'
import { cardOf, deskWithSlack, type Mode } from './desk-with-slack.ts'

const database = emptyDatabase()
const max = { _id: 'm'.repeat(24), name: 'Max Moe', role: 'moderator' as const }

/** Ada's ticket with a reply of hers, which Discord shows by message 77, and an answer of Max. */
async function talked(mode: Mode, scopes?: string[]) {
  const all = await deskWithSlack(database(), mode, scopes ? { slack: { scopes } } : {})
  const { slack, desk, settled } = all
  const ada = slack.as('U1')
  await ada.command('/ticket', 'Printer on fire')
  await (await ada.modal()).submit({ description: 'Flames' })
  const { ts: threadTs } = await cardOf(slack)
  await settled()
  const { ts: said } = ada.reply({ text: 'It still burns', threadTs })
  const comment = await waitFor(() => desk.comments.findByMessage('slack', said), { what: 'the comment' })
  await desk.comments.markRelayed(comment._id, 'discord', '77')
  await database().tickets.updateOne({ _id: comment.ticket }, { 'surfaces.discord': { thread: '7' } })
  const answer = await addComment(desk, max, {
    ticket: comment.ticket,
    ...{ surface: 'discord', key: 'discord:78', message: '78' },
    input: { body: 'Pull the plug', visibility: 'public' },
  })
  await settled()
  const shown = (await desk.comments.find(answer._id))?.relayed.slack ?? ''
  const onDiscord = (emoji: string, isAdded: boolean) =>
    react(desk, max, {
      ...{ place: 'discord', channel: '7', message: '77' },
      ...{ by: '5', emoji, isAdded, at: null },
    })
  const reactions = async () =>
    ((await desk.tickets.find(comment.ticket))?.reactions ?? []).map(
      (one) => `${one.place} ${one.emoji}${one.removed ? ' removed' : ''}`,
    )
  return { ...all, ada, said, shown, comment, answer, onDiscord, reactions }
}

describe.each(['socket', 'http'] as const)('reactions over %s', (mode) => {
  test('of the requester are stored with the comment, once, and taken back', async () => {
    const { ada, shown, reactions, slack } = await talked(mode)
    ada.addReaction({ ts: shown, name: 'tada' })
    ada.addReaction({ ts: shown, name: 'wave::skin-tone-4' })
    await expect.poll(reactions).toEqual(['slack 🎉', 'slack 👋🏽'])
    ada.removeReaction({ ts: shown, name: 'tada' })
    await expect.poll(reactions).toEqual(['slack 👋🏽', 'slack 🎉 removed'])
    expect(slack.calls.filter(({ method }) => method.startsWith('reactions.'))).toEqual([])
  })

  test('of staff are shown by the desk’s own, and taken away with theirs', async () => {
    const { said, slack, onDiscord, settled } = await talked(mode)
    const shownTo = () =>
      slack
        .dmOf('U1')
        .flatMap(({ replies }) => replies)
        .find(({ ts }) => ts === said)?.reactions
    await onDiscord('👀', true)
    await settled()
    expect(shownTo()).toEqual(['eyes'])
    await onDiscord('👀', true)
    await onDiscord('🫠🫠', true)
    await settled()
    await onDiscord('👀', false)
    await settled()
    expect(shownTo()).toEqual([])
  })

  test('name who reacted below the desk’s own message, some of them, also after an edit', async () => {
    const { desk, slack, answer, shown, settled } = await talked(mode)
    const text = () =>
      slack
        .dmOf('U1')
        .flatMap(({ replies }) => replies)
        .find(({ ts }) => ts === shown)?.shown
    const reacts = async ({ _id, name }: { _id: string; name: string }, isAdded: boolean) => {
      const event = { place: 'discord' as const, channel: '7', message: '78', by: _id, emoji: '👀' }
      await react(desk, { _id, name, role: 'moderator' }, { ...event, isAdded, at: null })
      await settled()
    }
    const people = []
    for (const name of ['Nora', 'Ben <!channel>', 'Mia', 'Kim']) {
      const person = { _id: newId(), name, email: `${newId()}@example.com`, role: 'moderator' as const }
      await desk.users.insert({ ...person, emailVerified: true, effects: [] }, desk.now())
      people.push(person)
      await reacts(person, true)
      if (name.startsWith('Ben')) expect(text()).toContain('👀 Nora and Ben <!channel>')
    }
    expect(text()).toContain('👀 Nora, Ben <!channel> and 2 more')
    const edited = { id: answer.ticket, comment: answer._id, surface: 'web' as const }
    await editComment(desk, max, { ...edited, input: { version: 1, body: 'Pull the red plug' } })
    await settled()
    expect(text()).toMatch(/Pull the red plug[\s\S]*👀 Nora, Ben <!channel> and 2 more/)
    for (const person of people) await reacts(person, false)
    expect(text()).not.toContain('👀')
  })

  test('to the card or to a note of the desk are nobody’s business', async () => {
    const { ada, reactions, slack, shown } = await talked(mode)
    const { ts } = await cardOf(slack)
    ada.addReaction({ ts, name: 'tada' })
    ada.addReaction({ ts: shown, name: 'our-custom-logo' })
    ada.addReaction({ ts: shown, name: 'eyes' })
    await expect.poll(reactions).toEqual(['slack 👀'])
  })
})

test('an app without reactions:write shows everything else', async () => {
  const scopes = (slackManifest().oauth_config?.scopes?.bot ?? []).filter((one) => one !== 'reactions:write')
  const { onDiscord, settled, desk, answer, slack } = await talked('socket', scopes)
  await onDiscord('👀', true)
  await addComment(desk, max, {
    ticket: answer.ticket,
    ...{ surface: 'web', key: 'after' },
    input: { body: 'And now?', visibility: 'public' },
  })
  await settled()
  expect(slack.transcript('U1')).toContain('And now?')
})
