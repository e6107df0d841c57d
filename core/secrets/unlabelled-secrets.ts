import type { Secret, SecretKind } from './secret.ts'

/** Secrets that are recognised by their own form. What `known-tokens.ts` knows is not repeated here. */
const forms: [SecretKind, RegExp][] = [
  ['key', /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g],
  // JSON Web Token: https://www.rfc-editor.org/rfc/rfc7519
  ['key', /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g],
  // https://www.rfc-editor.org/rfc/rfc7235#section-2.1
  ['key', /(?<=\b(?:bearer|basic)\s{1,3})(?=\S*\d)[\w.~+/-]{8,500}=*/gi],
  ['key', /\bAIza[\w-]{35}/g],
  ['key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['key', /\bsk-(?:proj-|ant-)?[\w-]{20,}/g],
  // user:password in an address: https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1
  ['password', /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@:]{0,100}:[^\s/@]{1,200}(?=@)/gi],
]

export const unlabelledSecrets = (text: string): Secret[] =>
  forms.flatMap(([kind, form]) =>
    [...text.matchAll(form)].map((match) => ({
      kind,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
