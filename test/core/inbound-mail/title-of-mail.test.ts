import { expect, test } from 'vitest'
import { titleOfMail } from '../../../core/inbound-mail/title-of-mail.ts'

test.each([
  ['Printer on fire', 'Printer on fire'],
  ['Re: Printer on fire', 'Printer on fire'],
  ['AW: WG: Re[2]: Printer on fire', 'Printer on fire'],
  ['FWD:Printer: on fire', 'Printer: on fire'],
  ['返信：プリンターが燃えている', 'プリンターが燃えている'],
  ['Report: printer on fire', 'Report: printer on fire'],
  ['Printer\r\nBcc: x@y.example', 'Printer Bcc: x@y.example'],
  ['  Printer   on \u202efire ', 'Printer on fire'],
  ['Re: hi', 'Please help'],
  ['', 'Please help'],
])('%j', (subject, title) => expect(titleOfMail(subject, '\nPlease help\nme', 'Ann')).toBe(title))

test('is that of its author where there are no words', () =>
  expect(titleOfMail('', '', 'Ann')).toBe('Mail from Ann'))
test('is at most 150 characters long', () =>
  expect(titleOfMail('word '.repeat(200), '', 'Ann').length).toBeLessThanOrEqual(150))
