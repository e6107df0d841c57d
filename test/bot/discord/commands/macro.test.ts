import { describe, expect, test } from 'vitest'
import { addCannedReply, changeCannedReply } from '../../../../core/canned-replies/manage-canned-replies.ts'
import { deskWithDiscord } from '../desk-with-discord.ts'

const origin = { surface: 'web', address: null, agent: null } as const

async function withReply(text = 'Hello {{requester}}, restart *it*. #{{number}} {{moderator}}') {
  const with_ = await deskWithDiscord()
  const eva = await with_.somebody('Eva', 'user', { name: 'Eva [x](http://evil.example)' })
  const max = await with_.somebody('Max', 'moderator')
  const reply = await addCannedReply(with_.desk, max.user, { name: 'Restart it', text }, origin)
  await addCannedReply(with_.desk, max.user, { name: 'Say goodbye', text: 'Bye.' }, origin)
  const { ticket, thread } = await with_.fileTicket(eva.user)
  const comments = () =>
    with_.desk.comments.list({ ticket: ticket._id, visibilities: ['public', 'internal'], limit: 10 })
  const preview = (name = reply._id) => max.person.command('macro', { reply: name }, { channel: thread })
  const press = (label: string) => max.person.clickButton({ channel: thread, label })
  const seen = () => max.person.ephemerals(thread).at(-1)?.text
  return { ...with_, eva, max, reply, thread, comments, preview, press, seen }
}

describe('/macro', () => {
  test('suggests names, previews to the moderator alone, and sends what was previewed once', async () => {
    const { discord, max, eva, reply, thread, comments, preview, press, seen } = await withReply()
    const where = { channel: thread }
    const offered = await max.person.autocomplete('macro', { reply: 'rest' }, 'reply', where)
    expect(offered).toEqual([{ name: 'Restart it', value: reply._id }])
    expect(await eva.person.autocomplete('macro', { reply: '' }, 'reply', where)).toEqual([])
    const shown = await preview()
    expect(shown.kind).toBe('ephemeral')
    expect(shown.text).toContain('Only you see this preview')
    expect(shown.text).toContain('Hello Eva \\[x](<http://evil.example>), restart *it*. #1 Max')
    expect(await comments()).toEqual([])
    await Promise.all([press('Send'), press('Send')])
    expect(seen()).toMatch(/^Sent to Eva/)
    expect(await comments()).toMatchObject([
      { visibility: 'public', author: { name: 'Max' }, surface: 'discord' },
    ])
    await discord.waitFor(() => discord.transcript(thread).includes('restart *it*'), { what: 'the answer' })
  })

  test('edits first, and sends the edited text in place of the preview', async () => {
    const { max, comments, preview, press, seen } = await withReply('Hello **you**.')
    await preview()
    expect(await press('Edit first')).toMatchObject({ kind: 'modal' })
    await max.person.submitModal({ text: 'Hello **Eva**, bye.' })
    expect(seen()).toMatch(/^Sent to Eva/)
    expect(await comments()).toMatchObject([{ body: 'Hello **Eva**, bye.' }])
  })

  test('sends nothing when it is cancelled', async () => {
    const { comments, preview, press, seen } = await withReply()
    await preview()
    await press('Cancel')
    expect(seen()).toBe('Cancelled. Nothing was sent.')
    expect(await comments()).toEqual([])
  })

  test('shows it anew when somebody has changed it since the preview', async () => {
    const { desk, max, reply, comments, preview, press, seen } = await withReply('Old.')
    await preview('restart it')
    await changeCannedReply(desk, max.user, reply._id, { version: 1, text: 'New.' }, origin)
    await press('Send')
    expect(seen()).toContain('New.')
    expect(await comments()).toEqual([])
    await press('Send')
    expect(await comments()).toMatchObject([{ body: 'New.' }])
  })

  test('is refused to requesters, outside of threads, and for what is not there', async () => {
    const { discord, eva, max, reply, thread, preview } = await withReply()
    const asked = await eva.person.command('macro', { reply: reply._id }, { channel: thread })
    expect(asked.text).toContain('Only moderators and admins use canned replies')
    const elsewhere = { channel: discord.channelId }
    expect((await max.person.command('macro', { reply: reply._id }, elsewhere)).text).toContain(
      'Use /macro in one',
    )
    expect((await preview('Nothing')).text).toContain('There is no such canned reply')
  })
})
