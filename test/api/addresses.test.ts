import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDeliveryStore } from '../../core/notifications/deliveries/delivery-store.ts'
import { createMailer, type Mailer } from '../../core/notifications/mail/mailer.ts'
import { emailKeyOf } from '../../core/users/user.ts'
import { type LocalMailbox, startMailbox } from '../../local/mail/mailbox.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'
import { mailAboutAccount } from '../support/run-workflows.ts'

const password = 'correct horse battery'
let at: DeskInProcess
let mailbox: LocalMailbox
let mailer: Mailer
let folder: string
beforeAll(async () => {
  at = await deskInProcess()
  folder = await mkdtemp(path.join(tmpdir(), 'deskbridge-mail-'))
  mailbox = await startMailbox({ folder, report: () => {} })
  mailer = createMailer({ ...mailbox, from: 'Deskbridge <desk@desk.example>' })
})
afterAll(async () => {
  mailer.close()
  await mailbox.stop()
  await rm(folder, { recursive: true })
  await at.close()
})

/** Sends the account's pending mails. */
const sendMails = (id: string) =>
  mailAboutAccount(
    {
      ...{ desk: at.desk, deliveries: createDeliveryStore(at.database), mailer },
      ...{ slack: null, discord: null, gemini: null, appUrl: 'https://desk.example' },
    } as never,
    id,
  )

const signUp = (email: string) => at.anonymous.post('/api/auth/signup', { email, name: 'Léa' })
const logIn = (email: string) => at.anonymous.post('/api/auth/login', { email, password })

describe('an address in letters of any alphabet', () => {
  test.each([
    ['léa.dubois@example.com', 'LÉA.dubois@example.com'],
    ['lea@münchen.example', 'lea@xn--mnchen-3ya.example'],
    ['用户@例子.广告', '用户@例子.广告'],
  ])('%s gets its mail, and signs in as %s too', async (email, otherwise) => {
    expect((await signUp(email)).status).toBe(202)
    const user = await at.desk.users.findByEmail(email)
    await sendMails(user?._id ?? '')
    const letter = (await mailbox.list({ limit: 5 })).find(({ to }) => to.includes(email))
    const text = (await mailbox.read(letter?.id ?? ''))?.text
    const token = text?.match(/welcome#([\w-]+)/)?.[1]
    expect((await at.anonymous.post('/api/auth/redeem', { token, password })).status).toBe(200)
    expect((await logIn(otherwise)).status).toBe(200)
  })

  test.each([
    ['a letter that browsers take for another', 'uma@ex\u00aample.com'],
    ['an old letter s', 'uma@\u017fample.com'],
    ['a soft hyphen', 'uma@exam\u00adple.com'],
    ['a joiner of graphemes', 'uma@exam\u034fple.com'],
  ])(
    'with %s in its domain is none: it would pass for one that its mail does not reach',
    async (_, email) => {
      expect((await signUp(email)).status).toBe(400)
    },
  )

  test.each(['x@evil＠good.example', 'a\u202eb@example.com', 'a b@example.com', 'a\u3000b@example.com'])(
    '%j is none',
    async (email) => {
      expect((await signUp(email)).status).toBe(400)
    },
  )

  test('is one address, composed or not', () => {
    expect(emailKeyOf('le\u0301a@example.com')).toBe(emailKeyOf('l\u00e9a@example.com'))
  })
})
