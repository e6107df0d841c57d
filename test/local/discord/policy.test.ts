import { expect, onTestFinished, test } from 'vitest'
import { startDiscord } from '../../../local/discord/start-discord.ts'

const options = {
  token: 'local.token.secret',
  guildId: '100000000000000001',
  channelId: '100000000000000002',
  applicationId: '100000000000000003',
}

async function server() {
  const discord = await startDiscord(options)
  onTestFinished(discord.close)
  const call = async (method: string, path: string, body: object) => {
    const answer = await fetch(`${discord.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${options.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { id: string; code?: number; errors?: object }
  }
  const channel = `/channels/${options.channelId}`
  const post = (content: string) => call('POST', `${channel}/messages`, { content })
  const thread = async (name: string) =>
    call('POST', `${channel}/messages/${(await post('x')).id}/threads`, { name })
  return { discord, call, post, thread }
}

test('names with a banned word are refused at the field, for new and renamed threads', async () => {
  const { discord, call, thread } = await server()
  discord.setPolicy({ bannedInNames: ['1488'] })
  const refused = {
    code: 50035,
    errors: { name: { _errors: [{ code: 'INVALID_COMMUNITY_PROPERTY_NAME' }] } },
  }
  expect(await thread('#1488 printer')).toMatchObject(refused)
  const { id } = await thread('#1489 printer')
  expect(await call('PATCH', `/channels/${id}`, { name: '#1488' })).toMatchObject(refused)
})

test('the cap of active threads holds for new and reopened ones, and archived ones do not count', async () => {
  const { discord, call, thread } = await server()
  discord.setPolicy({ maxActiveThreads: 1 })
  const first = await thread('one')
  expect(await thread('two')).toMatchObject({ code: 160006 })
  discord.changeThread(first.id, { archived: true })
  await thread('three')
  expect(await call('PATCH', `/channels/${first.id}`, { archived: false })).toMatchObject({ code: 160006 })
})

test('a banned word refuses a message, and its change', async () => {
  const { discord, call, post } = await server()
  const { id } = await post('fine')
  discord.setPolicy({ bannedInMessages: ['evil.example'] })
  expect(await post('see evil.example')).toMatchObject({ code: 240000 })
  const edit = { content: 'evil.example' }
  expect(await call('PATCH', `/channels/${options.channelId}/messages/${id}`, edit)).toMatchObject({
    code: 240000,
  })
})

test('a deleted thread takes nothing, and a locked one that is archived takes no message', async () => {
  const { discord, call, thread } = await server()
  const { id } = await thread('one')
  discord.changeThread(id, { archived: true, locked: true })
  const say = () => call('POST', `/channels/${id}/messages`, { content: 'hello' })
  expect(await say()).toMatchObject({ code: 50083 })
  discord.deleteThread(id)
  expect(await say()).toMatchObject({ code: 10003 })
})
