import { expect, test } from 'vitest'
import { fileSize } from '../../../core/attachments/file-size.ts'

test.each([
  [0, 'en', '0 bytes'],
  [1, 'en', '1 byte'],
  [1_023, 'en', '1,023 bytes'],
  [1_024, 'en', '1 kB'],
  [493_568, 'en', '482 kB'],
  [26_214_400, 'en', '25 MB'],
  [1_600_000, 'de', '1,5 MB'],
])('%d bytes in %s: %s', (bytes, locale, words) => expect(fileSize(bytes, locale)).toBe(words))
