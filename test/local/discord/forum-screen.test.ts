import { expect, onTestFinished, test } from 'vitest'
import { ADA, logIn, startSmallDiscord } from './desk-client.ts'

const aTag = (id: string, name: string) => ({ id, name, moderated: true, emoji_id: null, emoji_name: null })

test('a person sees a forum’s tags and posts, and the messages of a post that they open', async () => {
  const tags = [aTag('1', 'Open'), aTag('2', 'High')]
  const discord = await startSmallDiscord({ forum: { tags, requiresTag: false } })
  const client = await logIn(discord)
  onTestFinished(async () => {
    await client.destroy()
    await discord.close()
  })
  const post = (name: string, applied_tags: string[]) =>
    client.rest.post(`/channels/${discord.channelId}/threads`, {
      body: { name, message: { content: `${name}: help` }, applied_tags },
    }) as Promise<{ id: string }>
  const printer = await post('Printer', ['1', '2'])
  const screen = await post('Screen', ['1'])
  discord.as(ADA).write({ channel: printer.id, content: 'On it' })

  const look = (open: string) => discord.screen({ person: ADA, open, limit: 100 })
  const forum = look(discord.channelId)
  expect(forum.channels).toMatchObject([{ id: discord.channelId, forumTags: tags }])
  expect(forum.open?.messages).toMatchObject([
    { id: printer.id, content: 'Printer: help' },
    { id: screen.id, content: 'Screen: help' },
  ])
  expect(forum.threads[0]?.channel).toMatchObject({ applied_tags: ['1', '2'], message_count: 2 })
  expect(look(printer.id).open?.messages.map(({ content }) => content)).toEqual(['Printer: help', 'On it'])
})
