import { expect, test } from 'vitest'
import type { Desk } from '../../../../core/desk.ts'
import { newId } from '../../../../core/ids.ts'
import { addComment } from '../../../../core/tickets/comments/add-comment.ts'
import { deskWithDiscord } from '../desk-with-discord.ts'

/** A ticket whose requester has asked something, and how a moderator answers it. */
async function asked(change?: (desk: Desk) => Desk) {
  const with_ = await deskWithDiscord(change ? { change } : {})
  const { discord, desk } = with_
  const uma = await with_.somebody('Uma', 'user', { discord: undefined })
  const max = await with_.somebody('Max', 'moderator')
  const { ticket, thread } = await with_.fileTicket(uma.user)
  const input = { body: 'Anybody there?', visibility: 'public' as const }
  await addComment(desk, uma.user, { ticket: ticket._id, surface: 'web', key: newId(), input })
  const shown = await discord.waitFor(
    () => discord.messages(thread).find(({ embeds }) => embeds[0]?.description === 'Anybody there?'),
    { what: 'the question' },
  )
  const answer = (content: string) => max.person.write({ channel: thread, content, replyTo: shown.id })
  const answers = async () => {
    const comments = await desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 9 })
    return comments.slice(1).map(({ body }) => body)
  }
  return { ...with_, thread, answer, answers }
}

test.each([1, 4])('answers keep their order when the database fails %i times', async (times) => {
  let failures = 0
  const { answer, answers } = await asked((desk) => ({
    ...desk,
    tickets: {
      ...desk.tickets,
      findByRequesterThread: async (thread) => {
        if (failures-- > 0) throw new Error('The database fails over')
        return desk.tickets.findByRequesterThread(thread)
      },
    },
  }))
  failures = times
  answer('On my way.')
  answer('It is out.')
  await expect.poll(answers, { timeout: 20_000 }).toEqual(['On my way.', 'It is out.'])
})

test('what was missed comes before what is written in a new session, also while the history can’t be read', async () => {
  const { discord, answer, answers } = await asked()
  discord.failNext({ method: 'GET', path: /threads\/active/, status: 500, times: 20 })
  discord.dropGateway({ resumable: false })
  answer('On my way.')
  await discord.waitFor(() => discord.isConnected(), { what: 'the new session', timeoutMs: 15_000 })
  answer('It is out.')
  await expect.poll(answers, { timeout: 20_000 }).toEqual(['On my way.', 'It is out.'])
})
