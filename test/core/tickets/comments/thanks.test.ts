import { describe, expect, test } from 'vitest'
import { isThanks } from '../../../../core/tickets/comments/thanks.ts'
import { timesAsLong } from '../../../support/times-as-long.ts'

describe('only says thanks', () => {
  test.each([
    'Thanks',
    'thanks!',
    'Thank you.',
    'Thank you so much!!',
    'Many thanks',
    'Big thanks everyone',
    'OK, thanks',
    'Great, thank you!',
    'Perfect. It works now, thanks a lot!',
    'It works, thank you',
    'thx :)',
    'ty 👍',
    'Cheers :tada:',
    'Danke!',
    'merci',
    'Gracias 🙏',
    '  thanks \n',
    'Thanks again',
    'Thank you for your quick help',
    'thanks, that worked',
  ])('%s', (body) => expect(isThanks(body)).toBe(true))
})

describe('says more than thanks', () => {
  test.each([
    '',
    'It still burns.',
    'Thanks, but it still burns.',
    'thanks for nothing',
    'No thanks, it is broken again',
    'Thanks. One more question: where is the key?',
    'works now',
    'Thankfully it is smoking less',
    'not solved, thanks',
    `thanks ${'!'.repeat(120)}`,
  ])('%s', (body) => expect(isThanks(body)).toBe(false))

  test('in no time, however long somebody repeats themselves', () => {
    for (const repeated of [`${'ok, great ok '.repeat(9)}x`, 'ok '.repeat(100_000)]) {
      expect(isThanks(repeated)).toBe(false)
      const ordinary = () => isThanks('Thanks, but it still burns. One more question: where is the key?')
      expect(timesAsLong(() => isThanks(repeated), ordinary)).toBeLessThan(10_000)
    }
  })
})
