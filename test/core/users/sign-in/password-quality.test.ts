import { expect, test } from 'vitest'
import { guessableWords } from '../../../../core/users/sign-in/password-quality.ts'
import isGood from '../../../../core/users/sign-in/password-quality-worker.ts'

const context = guessableWords({ email: 'ann.lee@printworks.example', name: 'Ann Müller-Lee' })

test.each([
  'password123',
  'P@ssw0rd123',
  '1q2w3e4r5t',
  'qwertzuiop',
  'aaaaaaaaaaaa',
  'letmein2026!',
  'trustno1trustno1',
  '20262026202620',
  'ann.lee@printworks.example',
  'ANN.LEE@printworks.example1',
  'annlee2026',
  'Ann.Lee2026',
  'müllerlee1!',
  'Printworks1',
  'pr1ntw0rks!',
  'eel.nna2026',
  'deskbridge',
  'D3skbr1dge!!',
  'Support-Desk1',
  'Ann-Lee-2026',
  'Ann_Müller_Lee!',
])('%s is easy to guess', (password) => {
  expect(isGood({ password, context })).toBe(false)
})

test.each([
  'correct horse battery',
  'staple correct horse',
  'Xk3#vR9!qT',
  '#$%^&*!@(){}<>?',
  '長い合言葉を使いましょう',
  'ann lee eats purple tractors',
])('%s is not', (password) => {
  expect(isGood({ password, context })).toBe(true)
})

test('a password that is the name or address of somebody else is not refused for it', () => {
  const of = (person: { email: string; name: string }) => guessableWords(person)
  const password = 'bronislava.kw'
  expect(isGood({ password, context: of({ email: 'bronislava.kw@x.example', name: 'B' }) })).toBe(false)
  expect(isGood({ password, context })).toBe(true)
})
