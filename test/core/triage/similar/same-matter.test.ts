import { describe, expect, test } from 'vitest'
import { canBeSameMatter } from '../../../../core/triage/similar/same-matter.ts'

const same = (a: [string, string], b: [string, string]) =>
  canBeSameMatter({ title: a[0], description: a[1] }, { title: b[0], description: b[1] })

describe('titles that name different things are about different matters', () => {
  test.each([
    ['Printer on floor 3 jams', 'Printer on floor 5 jams'],
    ['Projector in room A is dead', 'Projector in room B is dead'],
    ['Drucker im 3. Stock druckt nicht', 'Drucker im 5. Stock druckt nicht'],
    ['三階のプリンターが動きません', '五階のプリンターが動きません'],
    ['三楼打印机坏了', '五楼打印机坏了'],
    ['Laptop NB-0042 does not boot', 'Laptop NB-0077 does not boot'],
    ['Server db-01 is down', 'Server db-02 is down'],
    ['Cannot reach 10.0.0.5', 'Cannot reach 10.0.0.9'],
    ['Update to 2.3.1 fails', 'Update to 2.4.0 fails'],
    ['Error 0x80070005 in Outlook', 'Error 0x800CCC0E in Outlook'],
    ['Order 5 monitors', 'Order 2 monitors'],
    ['Access to report Q1', 'Access to report Q2'],
    ['Unlock account of Anna Schmidt', 'Unlock account of Peter Meier'],
    ['Internet down in Berlin', 'Internet down in Paris'],
    ['Payslip of March is wrong', 'Payslip of April is wrong'],
    ['Licence for Visio', 'Licence for Project'],
    ['Install Adobe Acrobat', 'Uninstall Adobe Acrobat'],
  ])('%s | %s', (one, other) => expect(same([one, 'Since today.'], [other, 'Since today.'])).toBe(false))
})

describe('one title above different descriptions says little', () => {
  test.each<[string, string, string]>([
    ['Mailbox full', 'kim@example.com', 'lee@example.com'],
    ['(no subject)', 'My headset is broken', 'Please reset my PIN'],
    ['Badge for visitor', 'Name: Anna Schmidt, Monday', 'Name: Peter Meier, Tuesday'],
    ['Problem', '', ''],
  ])('%s: %j | %j', (title, one, other) => expect(same([title, one], [title, other])).toBe(false))
})

describe('the same matter may be worded a little differently', () => {
  test.each<[[string, string], [string, string]]>([
    [
      ['VPN down', ''],
      ['VPN down', ''],
    ],
    [
      ['Printer jams', 'Since 9:00 it jams.'],
      ['Printer jams at 9:30', 'It jams.'],
    ],
    [
      ['Internet down in Berlin', 'Nobody can work.'],
      ['Internet is down in the Berlin office', 'Nobody here can work.'],
    ],
    [
      ['Drucker druckt nicht', 'Seit heute kommt nichts.'],
      ['Drucker druckt nicht mehr', 'Seit heute früh kommt nichts.'],
    ],
    [
      ['三階のプリンターが動きません', '今朝から印刷できません。'],
      ['三階のプリンターが動かない', '今朝から印刷できません。'],
    ],
    [
      ['[JDK13] Support HTML5 Javadoc', ''],
      ['[JDK 13] Javadoc HTML5 support', ''],
    ],
    [
      ['CRM is slow', 'For everybody in sales.'],
      ['crm is sluggish', 'For everybody in sales.'],
    ],
  ])('%j | %j', (one, other) => expect(same(one, other)).toBe(true))
})
