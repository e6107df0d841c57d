import { expect, test } from 'vitest'
import { wordsOf } from '../../../../../core/triage/local/features/words.ts'

test.each<[string, string[]]>([
  ['C# and C++ build', ['c#', 'and', 'c++', 'build']],
  ['Größe: 5 GB', ['größe', '5', 'gb']],
  ['Ｗｉ－Ｆｉ', ['wi', 'fi']],
  ['打印机坏了', ['打印', '印机', '机坏', '坏了']],
  ['VPN接続エラー', ['vpn', '接続', '続エ', 'エラ', 'ラー']],
  ['', []],
  ['— … !', []],
])('%s', (text, words) => expect(wordsOf(text)).toEqual(words))

test('reads no more than 8,000 characters', () => {
  expect(wordsOf('word '.repeat(10_000))).toHaveLength(1_600)
})
