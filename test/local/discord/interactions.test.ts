import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ComponentType,
  DiscordAPIError,
  Events,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
  TextInputStyle,
} from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Discord } from '../../../local/discord/start-discord.ts'
import { ADA, BOB, logIn, startSmallDiscord } from './desk-client.ts'

let discord: Discord
let client: Client<true>
let failures: unknown[]

beforeEach(async () => {
  discord = await startSmallDiscord()
  client = await logIn(discord)
  failures = []
})

afterEach(async () => {
  await client.destroy()
  await discord.close()
})

type Handler<T extends Interaction> = (interaction: T) => Promise<unknown>

function on<T extends Interaction>(isIt: (one: Interaction) => one is T, handler: Handler<T>) {
  client.on(Events.InteractionCreate, (one) => {
    if (isIt(one)) handler(one).catch((error) => failures.push(error))
  })
}

const onButton = (handler: Handler<ButtonInteraction>) => on((one) => one.isButton(), handler)
const onCommand = (handler: Handler<ChatInputCommandInteraction>) =>
  on((one) => one.isChatInputCommand(), handler)
const onModal = (handler: Handler<ModalSubmitInteraction>) => on((one) => one.isModalSubmit(), handler)

const button = (label: string, custom_id: string, disabled = false) => ({
  type: ComponentType.Button as const,
  style: ButtonStyle.Primary as const,
  label,
  custom_id,
  disabled,
})

async function postCard() {
  const channel = await client.channels.fetch(discord.channelId)
  if (!channel?.isSendable()) throw new Error('no channel')
  return channel.send({
    embeds: [{ title: '#42 Printer on fire' }],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [button('Claim', 'ticket:42:claim'), button('Resolve', 'ticket:42:resolve', true)],
      },
    ],
  })
}

const click = (who = ADA, label = 'Claim') =>
  discord.as(who).clickButton({ channel: discord.channelId, label })

test('an ephemeral answer is seen by that person only, and its time is measured', async () => {
  await postCard()
  onButton((one) => one.reply({ content: `Yours, ${one.user.displayName}`, flags: MessageFlags.Ephemeral }))
  const clickedAt = performance.now()
  const seen = await click()
  expect(seen).toMatchObject({ kind: 'ephemeral', content: 'Yours, Ada', deferred: false })
  expect(seen.ms).toBeGreaterThan(0)
  expect(seen.ms).toBeLessThanOrEqual(Math.ceil(performance.now() - clickedAt))
  expect(discord.transcript()).not.toContain('Yours')
  expect(discord.as(ADA).ephemerals()).toHaveLength(1)
  expect(discord.as(BOB).ephemerals()).toHaveLength(0)
})

test('an update changes the message for everybody', async () => {
  await postCard()
  onButton((one) =>
    one.update({ embeds: [{ title: '#42 Printer on fire', description: 'Claimed by Ada' }], components: [] }),
  )
  const seen = await click()
  expect(seen.kind).toBe('update')
  expect(discord.transcript()).toBe('deskbridge: | #42 Printer on fire\n  | Claimed by Ada')
})

test('a deferred answer is followed to its end', async () => {
  await postCard()
  onButton(async (one) => {
    await one.deferReply({ flags: MessageFlags.Ephemeral })
    await new Promise((resolve) => setTimeout(resolve, 150))
    await one.editReply('done at last')
    await one.followUp({ content: 'and one more', flags: MessageFlags.Ephemeral })
  })
  expect(await click()).toMatchObject({ kind: 'ephemeral', deferred: true, content: 'done at last' })
  await discord.waitFor(() => discord.as(ADA).ephemerals().length === 2)
  expect(failures).toEqual([])
})

test('a deferred update ends with the edit or with a follow-up', async () => {
  await postCard()
  onButton(async (one) => {
    await one.deferUpdate()
    await one.editReply({ embeds: [{ title: 'changed' }] })
  })
  expect(await click()).toMatchObject({
    kind: 'update',
    deferred: true,
    text: '| changed\n[Claim] [Resolve (disabled)]',
  })
})

test('silence for 3 seconds fails, and the late answer is an unknown interaction', async () => {
  await postCard()
  onButton(async (one) => {
    await new Promise((resolve) => setTimeout(resolve, 3200))
    await one.reply('too late')
  })
  const seen = await click()
  expect(seen).toMatchObject({ kind: 'failed', text: 'This interaction failed' })
  await discord.waitFor(() => failures.length > 0)
  expect(failures[0]).toBeInstanceOf(DiscordAPIError)
  expect(failures[0]).toMatchObject({ code: 10062, status: 404 })
}, 10_000)

test('a second response to one interaction is refused', async () => {
  await postCard()
  onButton(async (one) => {
    await one.reply({ content: 'first', flags: MessageFlags.Ephemeral })
    await client.rest.post(`/interactions/${one.id}/${one.token}/callback`, {
      body: { type: 4, data: { content: 'second' } },
      auth: false,
    })
  })
  await click()
  await discord.waitFor(() => failures.length > 0)
  expect(failures[0]).toMatchObject({ code: 40060 })
})

test('withResponse carries the message', async () => {
  await postCard()
  const ids: (string | undefined)[] = []
  onButton(async (one) => {
    const answer = await one.reply({ content: 'public', withResponse: true })
    ids.push(answer.resource?.message?.id)
  })
  const seen = await click()
  await discord.waitFor(() => ids.length > 0)
  expect(ids[0]).toBe(seen.messageId)
  expect(failures).toEqual([])
})

test('a disabled or missing button cannot be pressed', async () => {
  await postCard()
  await expect(click(ADA, 'Resolve')).rejects.toThrow(/disabled/)
  await expect(click(ADA, 'Explode')).rejects.toThrow(/nothing to press/)
})

const resolutionModal = {
  custom_id: 'ticket:42:resolution',
  title: 'Resolve #42',
  components: [
    {
      type: ComponentType.Label as const,
      label: 'Resolution',
      component: {
        type: ComponentType.TextInput as const,
        custom_id: 'resolution',
        style: TextInputStyle.Paragraph as const,
        min_length: 5,
        max_length: 1000,
        required: true,
      },
    },
  ],
}

test('a modal opens, is checked as the client does, and its submission carries the message', async () => {
  const card = await postCard()
  const got: (string | undefined)[] = []
  onButton((one) => one.showModal(resolutionModal))
  onModal(async (one) => {
    got.push(one.message?.id, one.fields.getTextInputValue('resolution'))
    await one.reply({ content: 'Resolved', flags: MessageFlags.Ephemeral })
  })
  const seen = await click()
  expect(seen).toMatchObject({ kind: 'modal', text: 'Resolve #42\nResolution *: ' })
  await expect(discord.as(ADA).submitModal({ resolution: 'ok' })).rejects.toThrow(/at least 5/)
  await expect(discord.as(ADA).submitModal({ Reason: 'x' })).rejects.toThrow(/no field/)
  await expect(discord.as(BOB).submitModal({ Resolution: 'new fuser' })).rejects.toThrow(/No modal/)
  const after = await discord.as(ADA).submitModal({ Resolution: 'new fuser' })
  expect(after).toMatchObject({ kind: 'ephemeral', content: 'Resolved' })
  expect(got).toEqual([card.id, 'new fuser'])
})

test('a select in a modal is chosen by its label, a text keeps what the bot filled in', async () => {
  await postCard()
  const select = {
    type: ComponentType.StringSelect as const,
    custom_id: 'reason',
    options: [{ label: 'Fixed', value: 'fixed' }],
  }
  const [text] = resolutionModal.components
  if (!text) throw new Error('no text input')
  const filled = { ...text, component: { ...text.component, value: 'New fuser' } }
  onButton((one) =>
    one.showModal({
      ...resolutionModal,
      components: [{ type: 18, label: 'Reason', component: select }, filled],
    }),
  )
  onModal((one) =>
    one.reply(`${one.fields.getStringSelectValues('reason')}: ${one.fields.getTextInputValue('resolution')}`),
  )
  await click()
  await expect(discord.as(ADA).submitModal({})).rejects.toThrow(/"Reason" must be chosen/)
  const seen = await discord.as(ADA).submitModal({ Reason: 'Fixed' })
  expect(seen.content).toBe('fixed: New fuser')
})

test('a modal over the limits is an invalid form body that names the fields', async () => {
  await postCard()
  onButton((one) => one.showModal({ ...resolutionModal, title: 'x'.repeat(46), components: [] }))
  expect(await click()).toMatchObject({ kind: 'failed' })
  expect(failures[0]).toMatchObject({
    code: 50035,
    rawError: { errors: { data: { title: { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH' }] } } } },
  })
}, 10_000)

const commands = [
  {
    name: 'reply',
    description: 'Send an answer to the requester',
    options: [{ type: 3, name: 'text', description: 'What to send', required: true, max_length: 20 }],
  },
  {
    name: 'duty',
    description: 'Go on or off duty',
    options: [{ type: 1, name: 'on', description: 'Start' }],
  },
  { name: 'Send to requester', type: 3 },
]

async function register() {
  await client.application.commands.set(commands, discord.guildId)
}

test('slash commands are checked against what is registered', async () => {
  await register()
  onCommand((one) =>
    one.reply(`${one.commandName} ${one.options.getSubcommand(false)} ${one.options.getString('text')}`),
  )
  const ada = discord.as(ADA)
  const where = { channel: discord.channelId }
  expect((await ada.command('reply', { text: 'hello' }, where)).content).toBe('reply null hello')
  await expect(ada.command('reply', {}, where)).rejects.toThrow(/needs "text"/)
  await expect(ada.command('reply', { text: 'x'.repeat(21) }, where)).rejects.toThrow(/20/)
  await expect(ada.command('reply', { text: 'a', to: 'b' }, where)).rejects.toThrow(/no option/)
  await expect(ada.command('unknown', {}, where)).rejects.toThrow(/No command/)
  await expect(ada.command('reply', { text: 'x' }, { channel: 'dm' })).rejects.toThrow(/direct messages/)
})

test('a subcommand arrives as one', async () => {
  await register()
  onCommand((one) => one.reply(`${one.commandName} ${one.options.getSubcommand()}`))
  const seen = await discord.as(ADA).command('duty on', {}, { channel: discord.channelId })
  expect(seen.content).toBe('duty on')
})

test('what is offered while typing comes from the bot', async () => {
  const option = { type: 3, name: 'number', description: 'Which', required: true, autocomplete: true }
  await client.application.commands.set(
    [{ name: 'ticket', description: 'Show a ticket', options: [option] }],
    discord.guildId,
  )
  on(
    (one): one is AutocompleteInteraction => one.isAutocomplete(),
    (one) => one.respond([{ name: `#${one.options.getFocused()}2 Printer`, value: '42' }]),
  )
  const where = { channel: discord.channelId }
  const offered = await discord.as(ADA).autocomplete('ticket', { number: '4' }, 'number', where)
  expect(offered).toEqual([{ name: '#42 Printer', value: '42' }])
})

test('a select sends what was chosen, and only what it offers', async () => {
  const channel = await client.channels.fetch(discord.channelId)
  if (!channel?.isSendable()) throw new Error('no channel')
  const options = [
    { label: 'High', value: 'high' },
    { label: 'Low', value: 'low' },
  ]
  await channel.send({
    content: 'Priority?',
    components: [
      { type: ComponentType.ActionRow, components: [{ type: 3, custom_id: 'priority', options }] },
    ],
  })
  on(
    (one): one is StringSelectMenuInteraction => one.isStringSelectMenu(),
    (one) => one.update({ content: one.values.join(), components: [] }),
  )
  const which = { channel: discord.channelId, customIdMatching: /priority/ }
  await expect(discord.as(ADA).select({ ...which, values: ['urgent'] })).rejects.toThrow(/offers high, low/)
  expect(await discord.as(ADA).select({ ...which, values: ['low'] })).toMatchObject({
    kind: 'update',
    content: 'low',
  })
})

test('a button in an ephemeral message is there for its person only', async () => {
  await postCard()
  onButton((one) =>
    one.customId === 'sure'
      ? one.update({ content: 'done', components: [] })
      : one.reply({
          content: 'Sure?',
          flags: MessageFlags.Ephemeral,
          components: [{ type: ComponentType.ActionRow, components: [button('Yes', 'sure')] }],
        }),
  )
  await click()
  await expect(click(BOB, 'Yes')).rejects.toThrow(/nothing to press/)
  expect(await click(ADA, 'Yes')).toMatchObject({ kind: 'update', content: 'done' })
  expect(discord.as(ADA).ephemerals()).toMatchObject([{ text: 'done' }])
})

test('a message command brings its message', async () => {
  await register()
  const { id } = discord.as(BOB).write({ channel: discord.channelId, content: 'turn it off and on' })
  on(
    (one): one is MessageContextMenuCommandInteraction => one.isMessageContextMenuCommand(),
    (one) => one.reply({ content: one.targetMessage.content, flags: MessageFlags.Ephemeral }),
  )
  const seen = await discord
    .as(ADA)
    .messageCommand('Send to requester', { channel: discord.channelId, messageId: id })
  expect(seen).toMatchObject({ kind: 'ephemeral', content: 'turn it off and on' })
})

test('wrong commands are refused with the path of each fault', async () => {
  const wrong = client.application.commands.set([{ name: 'Not Allowed', description: '' }], discord.guildId)
  await expect(wrong).rejects.toMatchObject({
    code: 50035,
    rawError: {
      errors: {
        0: {
          name: { _errors: [{ code: 'APPLICATION_COMMAND_INVALID_NAME' }] },
          description: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] },
        },
      },
    },
  })
})

test('fifty people click at once and each sees an answer of their own', async () => {
  const card = await postCard()
  const people = Array.from({ length: 50 }, (_, index) => String(300000000000000000n + BigInt(index)))
  for (const id of people) discord.addPerson({ id, username: `person-${id.slice(-2)}` })
  onButton((one) => one.reply({ content: `for ${one.user.id}`, flags: MessageFlags.Ephemeral }))
  const seen = await Promise.all(
    people.map((id) =>
      discord
        .as(id)
        .clickButton({ channel: discord.channelId, messageId: card.id, customIdMatching: /claim/ }),
    ),
  )
  expect(seen.map((one) => one.content)).toEqual(people.map((id) => `for ${id}`))
  expect(failures).toEqual([])
})

test('after 15 minutes the token is over', async () => {
  await postCard()
  onButton(async (one) => {
    await one.deferReply()
    discord.expireInteractions()
    await one.editReply('too late')
  })
  const seen = await discord
    .as(ADA)
    .clickButton({ channel: discord.channelId, label: 'Claim', patience: { thinkingMs: 300 } })
  expect(seen.kind).toBe('thinking')
  expect(failures[0]).toMatchObject({ code: 50027, status: 401 })
})

test('a button in a direct message works, without any guild', async () => {
  const user = await client.users.fetch(ADA)
  await user.send({
    content: 'You were assigned',
    components: [{ type: ComponentType.ActionRow, components: [button('Open', 'open')] }],
  })
  onButton((one) => one.reply(`guild: ${one.guildId}, ${one.channel?.isDMBased()}`))
  const seen = await discord.as(ADA).clickButton({ channel: 'dm', label: 'Open' })
  expect(seen).toMatchObject({ kind: 'message', content: 'guild: null, true' })
  expect(discord.as(ADA).dm()).toContain('deskbridge: You were assigned\n  [Open]')
})
