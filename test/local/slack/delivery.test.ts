import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ViewResponseAction, ViewSubmitAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Slack } from '../../../local/slack/slack.ts'
import { signatureOf } from '../../../local/slack/transport/http-transport.ts'
import { slackWithAda, startBolt } from './fixture.ts'

const small: ModalView = {
  type: 'modal',
  title: { type: 'plain_text', text: 'Small' },
  submit: { type: 'plain_text', text: 'Go' },
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      optional: true,
      label: { type: 'plain_text', text: 'Name' },
      element: { type: 'plain_text_input', action_id: 'value' },
    },
  ],
}

let slack: Slack
const stops: (() => Promise<void>)[] = []
beforeEach(async () => {
  slack = await slackWithAda({ retryDelaysMs: [10, 20, 30], triggerLifeMs: 150, ackWithinMs: 400 })
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await slack.close()
})

async function bolt(mode: 'socket' | 'http', listen: Parameters<typeof startBolt>[2]) {
  const started = await startBolt(slack, mode, listen)
  stops.push(started.stop)
  return started
}

describe('triggers', () => {
  test('open one modal, once, and soon', async () => {
    const refusals: string[] = []
    const note = (error: { data: { error: string } }) => refusals.push(error.data.error)
    await bolt('socket', (app) =>
      app.command('/ticket', async ({ ack, body, client }) => {
        await ack()
        if (body.text === 'late') await sleep(200)
        await client.views.open({ trigger_id: body.trigger_id, view: small }).catch(note)
        if (body.text === 'twice')
          await client.views.open({ trigger_id: body.trigger_id, view: small }).catch(note)
      }),
    )
    await slack.as('U1').command('/ticket', 'twice')
    await slack.as('U1').modal()
    await slack.waitFor(() => refusals.length === 1)
    await slack.as('U1').command('/ticket', 'late')
    await slack.waitFor(() => refusals.length === 2)
    expect(refusals).toEqual(['exchanged_trigger_id', 'expired_trigger_id'])
    await expect(slack.as('U1').modal({ timeoutMs: 50 })).rejects.toThrow(/Waited 50 ms for a modal/)
  })
})

describe('answers to a submission', () => {
  async function submitted(answer: object) {
    await bolt('http', (app) => {
      app.command('/ticket', async ({ ack, body, client }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: { ...small, callback_id: 'small' } })
      })
      app.view<ViewSubmitAction>('small', ({ ack }) => ack(answer as ViewResponseAction))
    })
    await slack.as('U1').command('/ticket')
    const modal = await slack.as('U1').modal()
    return { modal, result: await modal.submit({ Name: 'Ada' }) }
  }

  test('may put another view in its place', async () => {
    const title = { type: 'plain_text', text: 'Thanks' }
    const { modal } = await submitted({
      response_action: 'update',
      view: { type: 'modal', title, blocks: [] },
    })
    expect(modal.title()).toBe('Thanks')
    expect(modal.isOpen()).toBe(true)
  })

  test.each([
    [{ response_action: 'errors', errors: { elsewhere: 'x' } }, 'no input block has the id elsewhere'],
    [{ response_action: 'errors' }, 'errors are missing'],
    [{ response_action: 'update', view: { type: 'modal' } }, 'missing required field: title'],
    [{ response_action: 'vanish' }, 'unknown response_action vanish'],
  ])('trouble the person when they make no sense: %j', async (answer, problem) => {
    const { modal, result } = await submitted(answer)
    expect(result.userSees).toContain('We had some trouble connecting. Try again?')
    expect(result.userSees).toContain(problem)
    expect(modal.isOpen()).toBe(true)
  })
})

test('whoever watches is told that a form was closed', async () => {
  await bolt('socket', (app) =>
    app.command('/ticket', async ({ ack, body, client }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: small })
    }),
  )
  await slack.as('U1').command('/ticket')
  const modal = await slack.as('U1').modal()
  const looks: boolean[] = []
  const end = slack.onChange(() => void looks.push(modal.isOpen()))
  await modal.close()
  end()
  expect(looks).toContain(false)
})

const payloadOf = (envelope: object | undefined) => (envelope as { payload: { event_id: string } }).payload

async function socketUrl(): Promise<string> {
  const headers = { authorization: `Bearer ${slack.appToken}` }
  const response = await fetch(`${slack.url}apps.connections.open`, { method: 'POST', headers })
  return ((await response.json()) as { url: string }).url
}

describe('Socket Mode', () => {
  test('sends an event again when nobody acks it in time, and says why', async () => {
    const envelopes: { envelope_id: string; type: string; retry_attempt?: number; retry_reason?: string }[] =
      []
    const socket = new WebSocket(await socketUrl())
    socket.onmessage = ({ data }) => {
      const envelope = JSON.parse(String(data))
      envelopes.push(envelope)
      if (envelope.retry_attempt === 1) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }))
    }
    await slack.connect({ mode: 'socket' })
    slack.as('U1').reply({ text: 'hello' })
    await slack.waitFor(() => slack.deliveries[0]?.acks[1], { timeoutMs: 4500, what: 'the second delivery' })
    expect(slack.deliveries[0]?.acks).toMatchObject([{ acked: false, failure: 'timeout' }, { acked: true }])
    expect(envelopes).toMatchObject([
      { type: 'hello' },
      { type: 'events_api', retry_attempt: 0, retry_reason: '' },
      { type: 'events_api', retry_attempt: 1, retry_reason: 'timeout' },
    ])
    expect(envelopes[1]).toHaveProperty('payload.event_id', payloadOf(envelopes[2]).event_id)
    socket.close()
  }, 10_000)

  test('asks the app to reconnect; events meanwhile arrive by redelivery', async () => {
    await slack.close()
    slack = await slackWithAda({ retryDelaysMs: [10, 6000, 30] })
    const heard: string[] = []
    await bolt('socket', (app) =>
      app.message(async ({ message }) => {
        heard.push('text' in message ? (message.text ?? '') : '')
      }),
    )
    slack.socket.disconnect()
    await slack.waitFor(() => slack.socket.connections() === 0)
    slack.as('U1').reply({ text: 'is anybody there?' })
    expect(await slack.as('U1').command('/ticket')).toMatchObject({
      acked: false,
      userSees: '/ticket failed with the error "dispatch_failed"',
    })
    await slack.connect({ mode: 'socket' })
    await slack.waitFor(() => slack.deliveries[0]?.acks.at(-1)?.acked, { timeoutMs: 8000 })
    expect(heard).toEqual(['is anybody there?'])
  }, 20_000)

  test('reports a lost connection to each of many deliveries, with one listener for all', async () => {
    await slack.close()
    slack = await slackWithAda({ ackWithinMs: 20_000 })
    const warnings: string[] = []
    const note = ({ message }: Error) => warnings.push(message)
    process.on('warning', note)
    stops.push(async () => void process.off('warning', note))
    const socket = new WebSocket(await socketUrl())
    const received = new Promise<void>((resolve) => {
      let count = 0
      socket.onmessage = () => ++count === 13 && resolve()
    })
    await slack.connect({ mode: 'socket' })
    const outcomes = Array.from({ length: 12 }, () => slack.as('U1').command('/ticket'))
    await received
    slack.socket.cut()
    for (const outcome of await Promise.all(outcomes))
      expect(outcome).toMatchObject({
        acked: false,
        userSees: '/ticket failed with the error "dispatch_failed"',
      })
    expect(warnings).toEqual([])
  })

  test('takes a ticket once', async () => {
    const outcome = (url: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url)
        socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)).type)
        socket.onerror = () => resolve('refused')
      })
    const url = await socketUrl()
    expect(await outcome(url)).toBe('hello')
    expect(await outcome(url)).toBe('refused')
  })
})

describe('signed HTTP', () => {
  test('is accepted by Bolt only with its signature and a fresh time', async () => {
    const { url } = await bolt('http', () => undefined)
    const body = JSON.stringify({ type: 'url_verification', challenge: 'c' })
    const now = Math.floor(Date.now() / 1000)
    const status = async (secret: string, seconds: number) => {
      const timestamp = String(seconds)
      const signature = signatureOf(secret, timestamp, body)
      const headers = {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature,
      }
      return (await fetch(url, { method: 'POST', headers, body })).status
    }
    expect(await status(slack.signingSecret, now)).toBe(200)
    expect(await status('another secret', now)).toBe(401)
    expect(await status(slack.signingSecret, now - 600)).toBe(401)
  })

  test('sends an event again, numbered, until it is acked', async () => {
    const retries: (string | undefined)[] = []
    const server = createServer((request, response) => {
      request.resume()
      const isEvent = request.headers['x-slack-signature'] !== undefined
      if (isEvent) retries.push(request.headers['x-slack-retry-num'] as string | undefined)
      response.writeHead(retries.length < 3 ? 500 : 200).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
    await expect(slack.connect({ mode: 'http', url }, { timeoutMs: 50 })).rejects.toThrow(/not reachable/)
    retries.length = 0
    slack.as('U1').reply({ text: 'hello' })
    await slack.waitFor(() => slack.deliveries[0]?.acks.at(-1)?.acked, { what: 'the ack' })
    expect(retries).toEqual([undefined, '1', '2'])
    expect(slack.deliveries[0]?.retry).toEqual({ attempt: 2, reason: 'http_error' })
    server.close()
  })
})
