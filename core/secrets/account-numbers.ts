import cardValidator from 'card-validator'
import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import type { Secret } from './secret.ts'

const card = /(?<![\d.#-])(?:\d(?:[ -]?\d){12,18}|\d{4}(?:\.\d{4}){3})(?![\d-])/g
/** The three digits on its back. */
const verificationCode = /(?<=\b(?:cvv|cvc)2?\W{1,3})\d{3,4}\b/gi
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/giu

/** Numbers of payment cards and bank accounts whose check digits are right. */
export function accountNumbers(written: string): Secret[] {
  const text = written.replaceAll(/[\u00a0\u202f]/g, ' ')
  const cards = [...text.matchAll(card)].filter(
    ([number]) => cardValidator.number(number.replace(/\D/g, '')).isValid,
  )
  return [
    ...[...cards, ...text.matchAll(verificationCode)].map((match) => ({
      kind: 'card number' as const,
      ...spanOf(match, match[0].length),
    })),
    ...[...text.matchAll(iban)].flatMap((match) => {
      const length = ibanLength(match[0])
      return length ? [{ kind: 'bank account' as const, ...spanOf(match, length) }] : []
    }),
  ]
}

const spanOf = ({ index }: { index: number }, length: number) => ({ start: index, end: index + length })

/** How much of the text is the IBAN: words may follow it. @returns 0 when none of it is */
function ibanLength(text: string): number {
  for (let length = text.length; length >= 15; length--)
    if (isValidIBAN(electronicFormatIBAN(text.slice(0, length)) ?? ''))
      return text.slice(0, length).trimEnd().length
  return 0
}
