import type { Secret, SecretKind } from './secret.ts'

/** Secrets that are recognised by their own form. What `known-tokens.ts` knows is not repeated here. */
const forms: [SecretKind, RegExp][] = [
  [
    'key',
    /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]+?(?:-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|$)/g,
  ],
  // PuTTY's .ppk: https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html
  ['key', /(?<=\bPrivate-Lines: \d{1,3}\s)[\s\S]+?(?=\sPrivate-(?:MAC|Hash)|$)/g],
  // JSON Web Token: https://www.rfc-editor.org/rfc/rfc7519
  ['key', /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g],
  // https://www.rfc-editor.org/rfc/rfc7235#section-2.1
  ['key', /(?<=\bbearer\s{1,3})(?=\S*\d)[\w.~+/-]{8,500}=*/gi],
  ['key', /(?<=\b[Bb]asic\s{1,3})(?=\S*[A-Z])(?=\S*[a-z])(?=\S*\d)[\w+/]{8,500}=*/g],
  ['key', /(?<=\b(?:set-)?cookie:\s{0,3})[\w.-]{1,100}=[^\n]{4,}/gi],
  [
    'key',
    /(?<=[?&](?:sig|signature|x-amz-signature|x-amz-security-token|x-goog-signature|jwt|sessionid)=)[^&\s"'<>)]{8,}/gi,
  ],
  ['key', /\bAIza[\w-]{35}/g],
  ['key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['key', /\bsk-(?:proj-|ant-)?[\w-]{20,}/g],
  [
    'key',
    /\b(?:ya29\.|GOCSPX-|do[opr]_v1_|github_pat_|shp(?:at|ca|pa|ss)_|lin_api_|xai-|gsk_|figd_|whsec_|hv[sb]\.)(?=[\w-]*\d)[\w-]{16,}/g,
  ],
  // https://learn.microsoft.com/purview/sit-defn-client-secret-api-key
  ['key', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}/g],
  // A bot's token and a webhook of Discord
  ['key', /\b[MNO][\w-]{23,27}\.[\w-]{6,7}\.[\w-]{27,}/g],
  ['key', /(?<=\bdiscord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d{10,20}\/)[\w-]{20,}/g],
  // BitLocker's recovery key, and the product key of Windows
  ['key', /(?<![\d-])\d{6}(?:-\d{6}){7}(?![\d-])/g],
  ['key', /(?<![\w-])(?=[\d-]*[A-Z])(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}(?![\w-])/g],
  // A variable of a shell, whatever its value looks like
  [
    'password',
    /(?<=\b[A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY)=)(?!\d{1,7}\b|(?:null|none|true|false)\b)[^\s"'$%<{*]{3,200}/g,
  ],
  // A password's hash: https://manpages.debian.org/crypt.5
  ['password', /\$(?:[156y]|2[aby]|7|argon2\w{1,2})\$[\w./$=,+-]{8,200}/g],
  // user:password in an address: https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1. Markdown may escape ":" and "@".
  ['password', /(?<=\b[a-z][a-z0-9+.-]{1,20}\\?:\/\/)[^\s/@:]{0,100}:[^\s/@]{1,200}(?<!\\)(?=\\?@)/gi],
]

export const unlabelledSecrets = (text: string): Secret[] =>
  forms.flatMap(([kind, form]) =>
    [...text.matchAll(form)].map((match) => ({
      kind,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
