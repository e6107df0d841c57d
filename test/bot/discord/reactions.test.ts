import { describe, expect, test } from 'vitest'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { deleteComment } from '../../../core/tickets/comments/delete-comment.ts'
import { react } from '../../../core/tickets/comments/react.ts'
import { deskWithDiscord } from './desk-with-discord.ts'

/** Ann's ticket from Slack with her words in the thread, and Max, who answers there. */
async function talked() {
  const with_ = await deskWithDiscord()
  const { discord, desk, settled } = with_
  const ann = await with_.somebody('Ann', 'user')
  const max = await with_.somebody('Max', 'moderator')
  const { ticket, thread } = await with_.fileTicket(ann.user)
  await with_.database.tickets.updateOne(
    { _id: ticket._id },
    { 'surfaces.slack': { channel: 'D1', ts: '1.1' } },
  )
  const comment = await addComment(desk, ann.user, {
    ...{ ticket: ticket._id, surface: 'slack', key: 'slack:D1:2.2', message: '2.2' },
    input: { body: 'It smokes', visibility: 'public' },
  })
  await settled()
  const shown = (await desk.comments.find(comment._id))?.relayed.discord ?? ''
  const onSlack = (emoji: string, isAdded: boolean, at: number) =>
    react(desk, ann.user, {
      ...{ place: 'slack', channel: 'D1', message: '2.2' },
      ...{ by: 'U1', emoji, isAdded, at },
    })
  const reactions = async () =>
    ((await desk.tickets.find(ticket._id))?.reactions ?? []).map(
      (one) => `${one.place} ${one.emoji}${one.removed ? ' removed' : ''}`,
    )
  const emojiOn = (message: string) =>
    discord
      .messages(thread)
      .find(({ id }) => id === message)
      ?.reactions?.map(({ emoji, me }) => `${emoji.name}${me ? ' by the desk' : ''}`) ?? []
  return { ...with_, ann, max, ticket, thread, comment, shown, onSlack, reactions, emojiOn }
}

describe('reactions on Discord', () => {
  test('of a moderator are stored, and taken back; those of strangers are not', async () => {
    const { discord, max, shown, reactions } = await talked()
    const stranger = discord.addPerson({ id: '300000000000000009', username: 'zoe', globalName: 'Zoe' })
    stranger.react(shown, '🍕')
    max.person.react(shown, '👀')
    await expect.poll(reactions).toEqual(['discord 👀'])
    max.person.unreact(shown, '👀')
    await expect.poll(reactions).toEqual(['discord 👀 removed'])
  })

  test('that were added and taken back while the desk was away are followed', async () => {
    const { max, shown, reactions, restart, discord, onSlack, settled } = await talked()
    const stranger = discord.addPerson({ id: '300000000000000009', username: 'zoe', globalName: 'Zoe' })
    await onSlack('❤️', true, 10)
    max.person.react(shown, '👀')
    await expect.poll(reactions).toEqual(['slack ❤️', 'discord 👀'])
    await settled()
    await restart(() => {
      max.person.unreact(shown, '👀')
      max.person.react(shown, '🎉')
      stranger.react(shown, '🎉')
    })
    await expect.poll(reactions).toEqual(['slack ❤️', 'discord 👀 removed', 'discord 🎉'])
  })

  test('of the requester in Slack are shown by the desk’s own, and taken away with theirs', async () => {
    const { ann, max, thread, shown, onSlack, settled, emojiOn, discord, desk, reactions } = await talked()
    await onSlack('❤️', true, 10)
    await onSlack('❤️', true, 10)
    await settled()
    expect(emojiOn(shown)).toEqual(['❤️ by the desk'])
    expect(discord.transcript(thread)).toContain('Reactions: ❤️ Ann')
    await onSlack('❤️', false, 20)
    await onSlack('❤️', true, 10)
    await settled()
    expect(emojiOn(shown)).toEqual([])
    expect(discord.transcript(thread)).not.toContain('Reactions:')

    const reply = max.person.write({ channel: thread, content: 'Pull the plug', replyTo: shown })
    await discord.waitFor(() => emojiOn(reply.id).length > 0, { what: 'the desk’s mark' })
    const answer = await desk.comments.findByMessage('discord', reply.id)
    await desk.comments.markRelayed(answer?._id ?? '', 'slack', '3.3')
    const toAnswer = { place: 'slack' as const, channel: 'D1', message: '3.3', by: 'U1', emoji: '✅' }
    await react(desk, ann.user, {
      ...toAnswer,
      ...{ at: 30, isAdded: true },
    })
    await react(desk, null, { ...toAnswer, at: 40, isAdded: false })
    await settled()
    expect(await reactions()).toContain('slack ✅ removed')
    expect(emojiOn(reply.id)).toEqual(['✅ by the desk'])
  })

  test('to an internal message stay there', async () => {
    const { max, thread, shown, reactions } = await talked()
    const note = max.person.write({ channel: thread, content: 'Between us' })
    max.person.react(note.id, '🤫')
    max.person.react(shown, '👀')
    await expect.poll(reactions).toEqual(['discord 👀'])
  })

  test('go with their comment', async () => {
    const { max, shown, reactions, desk, ann, ticket, comment } = await talked()
    max.person.react(shown, '👀')
    await expect.poll(reactions).toEqual(['discord 👀'])
    await deleteComment(desk, ann.user, { id: ticket._id, comment: comment._id, surface: 'slack' })
    expect(await reactions()).toEqual([])
  })
})
