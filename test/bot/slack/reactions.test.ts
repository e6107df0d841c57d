import { describe, expect, test } from 'vitest'
import { slackManifest } from '../../../bot/slack/manifest/manifest.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
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
