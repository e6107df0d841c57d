import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Slack } from '../../../local/slack/slack.ts'
import { silent, slackWithAda } from './fixture.ts'

let slack: Slack
let client: WebClient

const connect = (token: string) =>
  new WebClient(token, {
    slackApiUrl: slack.url,
    logger: silent,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })

beforeEach(async () => {
  slack = await slackWithAda()
  client = connect(slack.botToken)
})
afterEach(() => slack.close())

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: { data?: { error: string } }) => error.data?.error ?? String(error),
  )

const say = (text: string, more: object = {}) => client.chat.postMessage({ channel: 'C1', text, ...more })

async function refusalOf(method: string, args: Record<string, unknown>): Promise<string> {
  return refused(client.apiCall(method, args))
}

describe('who may call', () => {
  test('tokens', async () => {
    const api = (token: string | undefined, method = 'auth.test') =>
      fetch(slack.url + method, {
        method: 'POST',
        headers: token ? { authorization: `Bearer ${token}` } : {},
      }).then((response) => response.json())
    expect(await api(undefined)).toEqual({ ok: false, error: 'not_authed' })
    expect(await api('xoxb-other')).toEqual({ ok: false, error: 'invalid_auth' })
    expect(await api(slack.botToken, 'apps.connections.open')).toMatchObject({
      error: 'not_allowed_token_type',
    })
    expect(await api(slack.appToken)).toMatchObject({ error: 'not_allowed_token_type' })
    expect(await client.auth.test()).toMatchObject({
      ok: true,
      user_id: slack.app.botUserId,
      bot_id: slack.app.botId,
    })
  })

  test('scopes, when the test names them', async () => {
    await slack.close()
    slack = await slackWithAda({ scopes: ['users:read'] })
    client = connect(slack.botToken)
    expect(await refused(say('x'))).toBe('missing_scope')
    const { user } = await client.users.info({ user: 'U1' })
    expect(user?.profile?.email).toBeUndefined()
  })

  test('unknown methods are refused and recorded', async () => {
    expect(await refusalOf('chat.shout', { text: 'x' })).toBe('unknown_method')
    expect(slack.calls.at(-1)).toMatchObject({
      method: 'chat.shout',
      args: { text: 'x' },
      outcome: 'unknown_method',
    })
  })

  test('JSON bodies are read as well as forms', async () => {
    const post = (body: string) =>
      fetch(`${slack.url}chat.postMessage`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${slack.botToken}`,
          'content-type': 'application/json; charset=utf-8',
        },
        body,
      }).then((response) => response.json())
    expect(await post(JSON.stringify({ channel: 'C1', blocks: [{ type: 'divider' }] }))).toMatchObject({
      ok: true,
    })
    expect(await post('{')).toEqual({ ok: false, error: 'invalid_json' })
  })
})

describe('chat', () => {
  test.each([
    ['channel_not_found', { channel: 'C404', text: 'x' }],
    ['no_text', { channel: 'C1' }],
    ['msg_too_long', { channel: 'C1', text: 'x'.repeat(40_001) }],
    ['invalid_blocks_format', { channel: 'C1', text: 'x', blocks: 'no JSON' }],
    ['invalid_blocks_format', { channel: 'C1', text: 'x', blocks: '{}' }],
    ['invalid_blocks', { channel: 'C1', text: 'x', blocks: [{ type: 'paragraph' }] }],
    ['thread_not_found', { channel: 'C1', text: 'x', thread_ts: '1.000001' }],
    ['invalid_metadata_schema', { channel: 'C1', text: 'x', metadata: { event_type: 'card' } }],
    [
      'metadata_too_large',
      { channel: 'C1', text: 'x', metadata: { event_type: 'c', event_payload: { x: 'x'.repeat(17_000) } } },
    ],
  ])('chat.postMessage refuses with %s', async (error, args) => {
    expect(await refusalOf('chat.postMessage', args)).toBe(error)
    expect(slack.messagesIn('C1')).toEqual([])
  })

  test('says what is wrong with blocks', async () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]
    const error = await client.chat
      .postMessage({ channel: 'C1', text: 'x', blocks })
      .catch((thrown) => thrown)
    expect(error.data).toMatchObject({
      error: 'invalid_blocks',
      errors: ['must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
      response_metadata: {
        messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
      },
    })
  })

  test('only posts where the bot is', async () => {
    slack.addChannel({ id: 'C2', name: 'secret', members: ['U1'], withBot: false })
    expect(await refused(client.chat.postMessage({ channel: 'C2', text: 'x' }))).toBe('not_in_channel')
  })

  test('gives unique and increasing times', async () => {
    const posted = await Promise.all(Array.from({ length: 20 }, (_, n) => say(`${n}`)))
    const times = posted.map((answer) => answer.ts ?? '')
    expect(new Set(times).size).toBe(20)
    expect(slack.messagesIn('C1').map((message) => message.ts)).toEqual([...times].sort())
  })

  test('takes blocks away when only the text is updated, and keeps the earlier version', async () => {
    const { ts = '' } = await say('A card', { blocks: [{ type: 'divider' }] })
    await client.chat.update({ channel: 'C1', ts, text: 'Done' })
    expect(slack.messagesIn('C1')[0]).toMatchObject({
      shown: 'Done',
      edited: true,
      earlier: [{ text: 'A card' }],
    })
    await client.chat.update({ channel: 'C1', ts, text: 'Done', blocks: [{ type: 'divider' }] })
    expect(slack.messagesIn('C1')[0]).toMatchObject({ shown: '---', edited: false })
  })

  test('changes and deletes only what the bot wrote', async () => {
    const { ts } = slack.as('U1').reply({ channel: 'C1', text: 'mine' })
    expect(await refused(client.chat.update({ channel: 'C1', ts, text: 'yours' }))).toBe(
      'cant_update_message',
    )
    expect(await refused(client.chat.delete({ channel: 'C1', ts }))).toBe('cant_delete_message')
    expect(await refused(client.chat.update({ channel: 'C1', ts: '1.1', text: 'x' }))).toBe(
      'message_not_found',
    )
    expect(await refused(client.chat.update({ channel: 'U1', ts, text: 'x' }))).toBe('channel_not_found')
  })

  test('posts an ephemeral message to one person', async () => {
    await client.chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'Only you' })
    expect(slack.as('U1').sees({ channel: 'C1' })).toBe('(only to you) Only you')
    expect(slack.as('U2').sees({ channel: 'C1' })).toBe('')
  })

  test('links to messages', async () => {
    const { ts = '' } = await say('root')
    const reply = await say('reply', { thread_ts: ts })
    const { permalink } = await client.chat.getPermalink({ channel: 'C1', message_ts: reply.ts ?? '' })
    expect(permalink).toBe(
      `https://deskbridge-test.slack.com/archives/C1/p${reply.ts?.replace('.', '')}?thread_ts=${ts}&cid=C1`,
    )
    expect(await refused(say('deeper', { thread_ts: reply.ts }))).toBe('cannot_reply_to_message')
  })
})

describe('conversations', () => {
  test('open gives the direct messages of one person', async () => {
    const opened = await client.conversations.open({ users: 'U1' })
    expect(opened.channel?.id).toBe(slack.as('U1').dm)
    expect(await refused(client.conversations.open({ users: 'U404' }))).toBe('user_not_found')
    await client.chat.postMessage({ channel: 'U1', text: 'by user id' })
    expect(slack.transcript('U1')).toBe('Deskbridge: by user id')
  })

  test('history and replies give metadata only to who asks, page by page', async () => {
    const metadata = { event_type: 'card', event_payload: { ticket: 42 } }
    const { ts = '' } = await say('root', { metadata })
    for (const text of ['one', 'two', 'three']) await say(text, { thread_ts: ts })
    const bare = await client.conversations.history({ channel: 'C1' })
    expect(bare.messages).toHaveLength(1)
    expect(bare.messages?.[0]).toMatchObject({ text: 'root', reply_count: 3, thread_ts: ts })
    expect(bare.messages?.[0]?.metadata).toBeUndefined()
    const full = await client.conversations.history({ channel: 'C1', include_all_metadata: true })
    expect(full.messages?.[0]?.metadata).toEqual(metadata)

    const first = await client.conversations.replies({ channel: 'C1', ts, limit: 3 })
    expect(first.messages?.map((message) => message.text)).toEqual(['root', 'one', 'two'])
    const cursor = first.response_metadata?.next_cursor ?? ''
    const rest = await client.conversations.replies({ channel: 'C1', ts, limit: 3, cursor })
    expect(rest.messages?.map((message) => message.text)).toEqual(['three'])
    const two = first.messages?.[2]?.ts ?? ''
    const later = await client.conversations.replies({ channel: 'C1', ts, oldest: two })
    expect(later.messages?.map((message) => message.text)).toEqual(['root', 'three'])
    expect(await refused(client.conversations.replies({ channel: 'C1', ts: '1.1' }))).toBe('thread_not_found')
  })
})

describe('people, reactions and views', () => {
  test('users.info gives the address in the profile, and whether it is confirmed', async () => {
    const { user } = await client.users.info({ user: 'U1' })
    expect(user).toMatchObject({
      is_email_confirmed: true,
      real_name: 'Ada Lovelace',
      profile: { email: 'ada@example.com' },
    })
    expect((await client.users.info({ user: 'U2' })).user?.is_email_confirmed).toBe(false)
    expect((await client.users.lookupByEmail({ email: 'ADA@example.com' })).user?.id).toBe('U1')
    expect(await refused(client.users.lookupByEmail({ email: 'x@y.z' }))).toBe('users_not_found')
    expect(await refused(client.users.info({ user: 'U404' }))).toBe('user_not_found')
  })

  test('reactions are added once', async () => {
    const { ts = '' } = await say('x')
    await client.reactions.add({ channel: 'C1', timestamp: ts, name: 'eyes' })
    expect(slack.transcript('C1')).toBe('Deskbridge: x :eyes:')
    expect(await refused(client.reactions.add({ channel: 'C1', timestamp: ts, name: 'eyes' }))).toBe(
      'already_reacted',
    )
    expect(await refused(client.reactions.add({ channel: 'C1', timestamp: ts, name: 'No!' }))).toBe(
      'invalid_name',
    )
  })

  test('publishes a home, and refuses one that changed meanwhile', async () => {
    const view = { type: 'home' as const, blocks: [] }
    const { view: first } = await client.views.publish({ user_id: 'U1', view })
    await client.views.publish({ user_id: 'U1', view })
    expect(await refused(client.views.publish({ user_id: 'U1', view, hash: first?.hash ?? '' }))).toBe(
      'hash_conflict',
    )
    expect(await refused(client.views.update({ view_id: 'V404', view: { ...view, type: 'home' } }))).toBe(
      'not_found',
    )
    expect(await refusalOf('views.open', { trigger_id: 'made-up', view })).toBe('invalid_trigger_id')
  })
})

describe('failures on demand', () => {
  test('429 with Retry-After, as often as asked', async () => {
    slack.failNext({ method: 'chat.postMessage', times: 2, status: 429, retryAfter: 7 })
    for (let time = 0; time < 2; time++) {
      const error = await say('x').catch((thrown) => thrown)
      expect(error).toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 7 })
    }
    expect(await refused(say('third'))).toBe('ok')
    expect(slack.calls.map((call) => call.outcome)).toEqual(['http 429', 'http 429', 'ok'])
  })

  test('errors of the platform and of HTTP', async () => {
    slack.failNext({ method: '*', error: 'internal_error' })
    slack.failNext({ method: '*', status: 503 })
    expect(await refused(say('x'))).toBe('internal_error')
    expect(await say('x').catch((error) => error)).toMatchObject({
      code: 'slack_webapi_http_error',
      statusCode: 503,
    })
  })

  test('a lost answer leaves the message posted; a refused call does not', async () => {
    slack.failNext({ method: 'chat.postMessage', loseAnswer: true })
    slack.failNext({ method: 'chat.postMessage', refuse: true })
    const lost = await say('posted').catch((error) => error)
    expect(lost).toMatchObject({ code: 'slack_webapi_request_error' })
    await expect(say('never')).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    expect(slack.transcript('C1')).toBe('Deskbridge: posted')
  })

  test('a delay', async () => {
    slack.failNext({ method: 'chat.postMessage', delayMs: 80 })
    const startedAt = Date.now()
    await say('late')
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(75)
  })
})
