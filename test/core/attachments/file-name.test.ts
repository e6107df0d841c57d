import { expect, test } from 'vitest'
import { fileNameFrom } from '../../../core/attachments/file-name.ts'

test.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Ann\\report.pdf', 'report.pdf'],
  ['/', 'file'],
  ['..', 'file'],
  ['.htaccess', 'htaccess'],
  ['  a b.txt ', 'a b.txt'],
  ['a\r\nSet-Cookie: b.txt', 'a Set-Cookie: b.txt'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['\u200b\u2060', 'file'],
  ['', 'file'],
  ['Änderung 日本.png', 'Änderung 日本.png'],
  ['bad\ud800.txt', 'bad\ufffd.txt'],
])('%j is called %j', (given, name) => expect(fileNameFrom(given)).toBe(name))

test('a long name keeps its ending, and no character is cut in half', () => {
  const name = fileNameFrom(`${'😀'.repeat(300)}.tar.gz`)
  expect([...name]).toHaveLength(200)
  expect(name.endsWith('😀.gz')).toBe(true)
})
