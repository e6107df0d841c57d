import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { png } from '../support/files.ts'
import { createWorld, people, type Transport, type World } from '../support/story-world.ts'
import { waitFor } from '../support/wait-for.ts'

const { ada, max } = people
const title = 'The screen flickers'
const screenshot = { name: 'screen.png', mimetype: 'image/png', content: png }

/** A picture goes from Slack's form to Discord, another comes back, and both people see what the other one took away. */
describe.each<Transport>(['socket', 'http'])(
  'files between Slack and Discord, over Slack by %s',
  (transport) => {
    let world: World
    beforeAll(async () => {
      world = await createWorld({ transport })
      await world.connected()
      await world.moderator(max)
    })
    afterAll(() => world?.close())

    const thread = () => world.thread(title)?.id ?? ''
    const namesInDiscord = () =>
      world.discord
        .messages(thread())
        .flatMap(({ attachments }) => attachments.map(({ filename }) => filename))
    const card = () => world.slack.dmOf(ada.slack)[0]
    const shownInSlack = () => (card()?.replies ?? []).map(({ shown }) => shown).join('\n')

    test('what the employee attaches in the form is in the moderators’ thread', async () => {
      const person = world.slack.as(ada.slack)
      await person.command('/ticket', title)
      const { id } = await world.slack.addFile(screenshot)
      const { errors } = await (await person.modal()).submit({
        'What happened?': 'See the picture',
        Files: [id],
      })
      expect(errors).toEqual({})
      await waitFor(() => thread() && namesInDiscord().includes('screen.png'), { what: 'the picture' })
      expect((await world.ticket(title)).files).toMatchObject([{ name: 'screen.png', state: 'ready' }])
    })

    test('a reply of only a file reaches the moderator, and theirs the employee', async () => {
      const person = world.slack.as(ada.slack)
      const file = await world.slack.addFile({ ...screenshot, name: 'closer.png' })
      person.reply({ text: '', threadTs: card()?.ts ?? '', files: [file] })
      await waitFor(() => namesInDiscord().includes('closer.png'), { what: 'the second picture' })

      const moderator = world.discord.as(max.discord)
      const { id } = moderator.write({
        channel: thread(),
        content: 'Set it like this',
        files: ['setting.png'],
      })
      const sent = await moderator.messageCommand('Send to requester', { channel: thread(), messageId: id })
      expect(sent.text).toBe('Sent to Ada Lovelace.')
      await waitFor(() => shownInSlack().includes('setting.png'), { what: 'the answer’s picture' })
      expect(shownInSlack()).toContain('Set it like this')
    })

    test('a remark in the thread keeps its file to the staff', async () => {
      const moderator = world.discord.as(max.discord)
      moderator.write({ channel: thread(), content: 'For us', files: ['internal.png'] })
      const { id } = moderator.write({ channel: thread(), content: 'Does it still flicker?' })
      await moderator.messageCommand('Send to requester', { channel: thread(), messageId: id })
      await waitFor(() => shownInSlack().includes('Does it still flicker?'), { what: 'the later answer' })
      expect(shownInSlack()).not.toContain('internal.png')
    })

    test('a file goes with its message', async () => {
      const reply = card()?.replies.find(({ shown }) => shown.includes('closer.png'))
      world.slack.as(ada.slack).remove({ ts: reply?.ts ?? '' })
      await waitFor(() => !namesInDiscord().includes('closer.png'), { what: 'the file to go' })
    })
  },
)
