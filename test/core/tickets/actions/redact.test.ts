import { describe, expect, test } from 'vitest'
import type { Desk } from '../../../../core/desk.ts'
import { redact } from '../../../../core/tickets/actions/redact.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import type { Actor } from '../../../../core/users/user.ts'
import { by, decisionOf } from '../../../support/decisions.ts'
import {
  ann,
  answered,
  bob,
  claimedBy,
  max,
  monday,
  resolvedBy,
  ticketOf,
} from '../../../support/ticket-fixture.ts'

const line = (from: string, to: string) => ({
  at: monday,
  by: { id: ann._id, name: ann.name },
  surface: 'web' as const,
  action: 'edited' as const,
  changes: [{ field: 'description', from, to }],
})

/** What `perform` makes of it, with what it would load. */
async function act(actor: Actor, more: Partial<Ticket>) {
  const ticket = ticketOf(more)
  const asked = { ...by(actor), input: {} }
  const prepared = await redact.prepare?.({} as Desk, ticket, asked)
  return decisionOf(redact, asked, prepared)(ticket)
}

const withPassword: Partial<Ticket> = {
  title: 'VPN, password: Hunter2!x',
  description: 'My card is 4111 1111 1111 1111',
  summary: 'VPN, password: Hunter2!x',
  history: [line('password: Old1old', 'My card is 4111 1111 1111 1111')],
  triage: { ...ticketOf().triage, secrets: ['password', 'card number'] },
}

describe('redact', () => {
  test.each([
    ['its requester', ann, {}],
    ['who has claimed it', max, claimedBy(max)],
    ['any moderator, while it is open', max, {}],
    ['its requester, once it is resolved', ann, resolvedBy(max)],
  ])('by %s, takes secrets out of what the ticket says and said', async (_, actor, more) => {
    const change = await act(actor, { ...withPassword, ...more, history: withPassword.history ?? [] })
    expect(change?.set).toMatchObject({
      title: 'VPN, password: [password removed]',
      description: 'My card is [card number removed]',
      summary: 'VPN, password: [password removed]',
      triage: { secrets: [] },
    })
    expect(change?.past).toMatchObject([
      { changes: [{ from: 'password: [password removed]', to: 'My card is [card number removed]' }] },
    ])
    expect(change?.history).toMatchObject([{ action: 'redacted', by: { name: actor.name } }])
    expect(JSON.stringify(change)).not.toMatch(/Hunter2|Old1|4111/)
  })

  test('takes them out of answers, whose labels say what they are, and of answers before', async () => {
    const fields = [
      answered('Serial number', 'SN-1'),
      answered('Password', 'Hunter2!x'),
      answered('Card', 4_111_111_111_111_111, { kind: 'number' }),
    ]
    const past = { field: 'fields.password', label: 'Password', from: 'Old1old!', to: 'Hunter2!x' }
    const change = await act(ann, { fields, history: [{ ...line('', ''), changes: [past] }] })
    expect(change?.set.fields?.map(({ value }) => value)).toEqual(['SN-1', '[password removed]', null])
    expect(change?.past).toMatchObject([
      { changes: [{ from: '[password removed]', to: '[password removed]' }] },
    ])
  })

  test('does nothing where there is nothing', async () => {
    expect(await act(ann, {})).toBeNull()
  })

  test('takes it out of the history, even when the words are clean by now', async () => {
    const change = await act(max, { history: [line('password: Old1old', 'Clean')] })
    expect(change?.past?.[0]?.changes).toMatchObject([{ from: 'password: [password removed]', to: 'Clean' }])
  })

  test('is refused to who may not see the ticket', async () => {
    await expect(act(bob, withPassword)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('has a button on the card while the ticket holds one', () => {
    expect(redact.button?.isShown(ticketOf(withPassword))).toBe(true)
    expect(redact.button?.isShown(ticketOf())).toBe(false)
  })
})
