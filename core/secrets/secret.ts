/** What nobody should read in a ticket, in words for a moderator. */
export const secretKinds = ['password', 'key', 'card number', 'bank account'] as const
export type SecretKind = (typeof secretKinds)[number]

/** A secret in a text: the characters from `start` up to `end`. */
export type Secret = { kind: SecretKind; start: number; end: number }

const list = new Intl.ListFormat('en')

/** "a password and a key" */
export const secretsInWords = (kinds: readonly SecretKind[]) => list.format(kinds.map((kind) => `a ${kind}`))
