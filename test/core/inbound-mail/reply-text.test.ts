import { describe, expect, test } from 'vitest'
import { replyText } from '../../../core/inbound-mail/reply-text.ts'

/** Our mail's text, as it is quoted. */
const ours = `--- Write your reply above this line ---

Max Moe commented: #42 Printer on fire

Max Moe wrote:

Did you pull the plug?

-- 
Deskbridge, your support desk
You get this because this ticket is yours.`
const quoted = ours
  .split('\n')
  .map((line) => `> ${line}`.trimEnd())
  .join('\n')
const answer = 'Yes, I did.\n\nIt still burns.'

const cases: [program: string, mail: string][] = [
  [
    'Gmail',
    `${answer}\n\nOn Mon, Nov 30, 2026 at 10:12 AM Deskbridge <desk@example.com> wrote:\n\n${quoted}\n`,
  ],
  [
    'Gmail, its attribution wrapped',
    `${answer}\n\nOn Mon, Nov 30, 2026 at 10:12 AM Deskbridge the support desk of Example <\ndesk@example.com> wrote:\n\n${quoted}\n`,
  ],
  [
    'Gmail in German',
    `${answer}\n\nAm Mo., 30. Nov. 2026 um 10:12 Uhr schrieb Deskbridge <\ndesk@example.com>:\n\n${quoted}\n`,
  ],
  [
    'Gmail in Japanese',
    `${answer}\n\n2026年11月30日(月) 10:12 Deskbridge <desk@example.com>:\n\n${quoted}\n`,
  ],
  [
    'Outlook',
    `${answer}\n\nFrom: Deskbridge <desk@example.com>\nSent: Monday, November 30, 2026 10:12\nTo: Ann Lee <ann@example.com>\nSubject: #42 Printer on fire\n\n${ours}\n`,
  ],
  [
    'Outlook on the web, in German',
    `${answer}\n________________________________\nVon: Deskbridge <desk@example.com>\nGesendet: Montag, 30. November 2026 10:12\nAn: Ann Lee <ann@example.com>\nBetreff: #42 Printer on fire\n\n${ours}\n`,
  ],
  [
    'Outlook in French, with spaces before colons',
    `${answer}\n\nDe : Deskbridge <desk@example.com>\nEnvoyé : lundi 30 novembre 2026 10:12\nÀ : Ann Lee <ann@example.com>\nObjet : #42 Printer on fire\n\n${ours}\n`,
  ],
  [
    'Outlook in Japanese',
    `${answer}\n\n差出人: Deskbridge <desk@example.com>\n送信日時: 2026年11月30日 10:12\n宛先: Ann Lee <ann@example.com>\n件名: #42 Printer on fire\n\n${ours}\n`,
  ],
  [
    'Outlook of old, in German',
    `${answer}\n\n-----Ursprüngliche Nachricht-----\nVon: Deskbridge [mailto:desk@example.com]\nGesendet: Montag, 30. November 2026 10:12\nAn: Ann Lee\nBetreff: #42\n\n${ours}\n`,
  ],
  ['an old program', `${answer}\n\n-----Original Message-----\n${ours}\n`],
  [
    'Apple Mail',
    `${answer}\n\n> On 30. Nov 2026, at 10:12, Deskbridge <desk@example.com> wrote:\n> \n${quoted}\n`,
  ],
  ['Thunderbird in French', `${answer}\n\nLe 30/11/2026 à 10:12, Deskbridge a écrit :\n${quoted}\n`],
  [
    'Yahoo, which marks no quotes',
    `${answer}\n\n    On Monday, November 30, 2026 at 10:12:00 AM GMT+1, Deskbridge <desk@example.com> wrote:  \n \n ${ours}\n`,
  ],
  [
    'an iPhone',
    `${answer}\n\nSent from my iPhone\n\n> On 30. Nov 2026, at 10:12, Deskbridge <desk@example.com> wrote:\n> \n${quoted}\n`,
  ],
  [
    'an iPhone in German',
    `${answer}\n\nVon meinem iPhone gesendet\n\n> Am 30.11.2026 um 10:12 schrieb Deskbridge <desk@example.com>:\n> \n${quoted}\n`,
  ],
  [
    'below the quote, with a signature',
    `On Mon, Nov 30, 2026 at 10:12 AM Deskbridge <desk@example.com> wrote:\n\n${quoted}\n\n${answer}\n\n-- \nAnn Lee\nAccounts\n`,
  ],
  [
    'below the quote, in Japanese',
    `2026年11月30日(月) 10:12 Deskbridge <desk@example.com>:\n\n${quoted}\n\n${answer}\n`,
  ],
  [
    'with Windows line ends',
    `${answer}\n\nOn Mon, Nov 30, 2026 at 10:12 AM Deskbridge <desk@example.com> wrote:\n\n${quoted}\n`.replaceAll(
      '\n',
      '\r\n',
    ),
  ],
  ['without a quote', `${answer}\n`],
  [
    'with another quote than ours',
    `${answer}\n\nOn Mon, Nov 30, 2026 at 10:12 AM Max <max@example.com> wrote:\n\n> Did you?\n> Really?\n`,
  ],
]

describe('what somebody wrote in an answer', () => {
  test.each(cases)('%s', (_program, mail) => expect(replyText(mail)).toBe(answer))

  test('a line with a colon stays', () =>
    expect(replyText(`I saw two things:\nsmoke\n\nAnd at 10:30:\nfire\n\n${quoted}`)).toContain(
      'And at 10:30:\nfire',
    ))

  test('answers between the lines stay', () =>
    expect(
      replyText(
        `On Mon, Nov 30, 2026 Max <max@example.com> wrote:\n\n> --- Write your reply above this line ---\n>\n> Did you pull the plug?\n\nYes.\n\n> Is it off?\n\nNo.\n`,
      ),
    ).toBe('Yes.\n\nNo.'))

  test('an answer below our mail, where quotes are not marked, is not lost', () =>
    expect(replyText(`${ours}\n\nYes, I did.`)).not.toBe(''))

  test('nothing but quotes is nothing', () => expect(replyText(quoted)).toBe(''))
})
