type Raw = {
  from: string
  to: string
  subject?: string
  text?: string
  messageId?: string | null
  headers?: string[]
  /** parts of a multipart mail after the text, each with its head */
  parts?: string[]
}

let count = 0

/** A mail as it travels (RFC 5322). */
export function rawMail({ from, to, subject = 'Printer on fire', text = 'It burns.', ...more }: Raw): string {
  const { messageId = `<${++count}.${Date.now()}@mail.example>`, headers = [], parts } = more
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    ...(messageId ? [`Message-ID: ${messageId}`] : []),
    'Date: Mon, 30 Nov 2026 10:00:00 +0000',
    'MIME-Version: 1.0',
    ...headers,
  ]
  const plain = ['Content-Type: text/plain; charset=utf-8', '', text]
  const lines = parts
    ? [
        'Content-Type: multipart/mixed; boundary=part',
        '',
        ...[plain.join('\n'), ...parts].flatMap((part) => ['--part', part]),
        '--part--',
      ]
    : plain
  return [...head, ...lines].join('\n').replace(/\r?\n/g, '\r\n')
}

/** A file as a part of a mail. */
export const filePart = (
  name: string,
  content: string | Buffer,
  { type = 'application/octet-stream', head = [] as string[] } = {},
) =>
  [
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    ...(head.length > 0 ? head : [`Content-Disposition: attachment; filename="${name}"`]),
    '',
    Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\n'),
  ].join('\n')

export async function* bytesOf(raw: string, pieceBytes = 16_384): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(raw)
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}
