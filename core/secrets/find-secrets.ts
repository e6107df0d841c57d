import { accountNumbers } from './account-numbers.ts'
import { knownTokens } from './known-tokens.ts'
import { labelledSecrets } from './labelled-secrets.ts'
import { passwordsInCommands } from './passwords-in-commands.ts'
import { type Secret, type SecretKind, secretKinds } from './secret.ts'
import { tabledSecrets } from './tabled-secrets.ts'
import { unlabelledSecrets } from './unlabelled-secrets.ts'

/** All secrets of a text, in order. Those that overlap are one. */
export async function findSecrets(text: string): Promise<Secret[]> {
  const found = [
    ...labelledSecrets(text),
    ...unlabelledSecrets(text),
    ...passwordsInCommands(text),
    ...tabledSecrets(text),
    ...accountNumbers(text),
    ...(await knownTokens(text)),
  ]
    .filter(isOutside(text))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const merged: Secret[] = []
  for (const secret of found) {
    const last = merged.at(-1)
    if (last && secret.start < last.end) last.end = Math.max(last.end, secret.end)
    else merged.push({ ...secret })
  }
  return merged
}

const marks = new RegExp(String.raw`\[(?:${secretKinds.join('|')}) removed\]`, 'g')

/** Marks of what was removed before hold words that announce secrets. */
function isOutside(text: string) {
  const removed = [...text.matchAll(marks)].map(({ 0: mark, index }) => [index, index + mark.length] as const)
  return ({ start }: Secret) => !removed.some(([from, to]) => start >= from && start < to)
}

export const kindsOf = (secrets: readonly Secret[]): SecretKind[] => [
  ...new Set(secrets.map(({ kind }) => kind)),
]

/** What kinds of secrets these texts hold. */
export const secretKindsIn = async (...texts: string[]): Promise<SecretKind[]> =>
  kindsOf((await Promise.all(texts.map(findSecrets))).flat())

/** The text with a mark in place of each secret, e.g. "[password removed]". */
export function withoutSecrets(text: string, secrets: readonly Secret[]): string {
  const ends = [0, ...secrets.map(({ end }) => end)]
  return [
    ...secrets.map(({ kind, start }, index) => `${text.slice(ends[index], start)}[${kind} removed]`),
    text.slice(ends.at(-1)),
  ].join('')
}
