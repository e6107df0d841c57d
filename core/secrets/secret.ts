/** What nobody should read in a ticket, in words for a moderator. */
export const secretKinds = ['password', 'key', 'card number', 'bank account'] as const
export type SecretKind = (typeof secretKinds)[number]

/** A secret in a text: the characters from `start` up to `end`. */
export type Secret = { kind: SecretKind; start: number; end: number }
