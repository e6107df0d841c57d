import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * Encrypts short texts that go to clients and come back, such as cursors. A client can neither read nor change them.
 * @param secret of any length; processes that read each other's texts share it
 * @param purpose keeps the texts of different uses apart
 */
export function createSeal(secret: string | Buffer, purpose: string) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `deskbridge ${purpose}`, 32))

  /** @param context who may use the text, and for what. `open` needs the same. @returns base64url */
  function close(text: string, context: string): string {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  }

  /** @returns null unless it was made by `close` with this secret, purpose and context */
  function open(sealed: string, context: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url')
    if (bytes.length < nonceBytes + tagBytes) return null
    const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes)
    const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(context))
      .setAuthTag(tag)
    try {
      return (
        decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
      )
    } catch {
      return null
    }
  }

  return { close, open }
}

export type Seal = ReturnType<typeof createSeal>
