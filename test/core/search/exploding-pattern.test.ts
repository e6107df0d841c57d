import { expect, test } from 'vitest'
import { isExplodingPattern } from '../../../core/search/exploding-pattern.ts'
import { timesAsLong } from '../../support/times-as-long.ts'

test.each([
  '(a+)+$',
  '^(a+)+b',
  '(a*)*',
  '((a*)*)*b',
  '(a|a)*b',
  '(a|aa)+$',
  '(?:a+)+',
  '(a+){2,}',
  '(.*a){25}',
  '(.*a)*',
  '(a?){50}a{50}',
  '(x+x+)+y',
  '([a-zA-Z]+)*$',
  '(\\w+\\s?)*$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '((a+)b)+',
  'why does (.+)+ hang',
])('%s is one', (text) => {
  expect(isExplodingPattern(text)).toBe(true)
})

test.each([
  'printer on fire',
  'C++ and (C#)',
  '(C++)',
  'is it on (really?) or not',
  '(x+1)+2',
  '(x+1)*(y+2)*3',
  'f(x)*2',
  '(a|b)',
  '(both)+',
  '*.docx',
  '.*.*',
  'a{1,9999}',
  '(\\+)+',
  '[(+]+',
  '))))((((++++',
  '(((((((((((((((((',
  '',
])('%j is none', (text) => {
  expect(isExplodingPattern(text)).toBe(false)
})

test('a long text made to fool it takes about as long as any other', () => {
  const words = 'printer '.repeat(25)
  for (const text of ['('.repeat(200), '(+'.repeat(100), '['.repeat(200), '\\'.repeat(200)])
    expect(
      timesAsLong(
        () => isExplodingPattern(text),
        () => isExplodingPattern(words),
      ),
    ).toBeLessThan(1_000)
})
