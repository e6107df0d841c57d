import { isId } from '../ids.ts'
import { createSeal } from '../seal.ts'

const context = 'download'
const lastsMs = 7 * 24 * 3_600_000

/**
 * Links that let anybody who has them download one file, for seven days: for chats that don't take the file itself.
 * @param secret the desk's
 */
export function createFileLinks(secret: string, now: () => Date) {
  const seal = createSeal(secret, 'file link')

  /** @returns the path of the link */
  const pathOf = (file: string) => `/files/${seal.close(`${file}.${now().getTime() + lastsMs}`, context)}`

  /** @returns the id of the file; null: the link is wrong or has expired */
  function read(token: string): string | null {
    const [file = '', until = ''] = seal.open(token, context)?.split('.') ?? []
    return isId(file) && Number(until) > now().getTime() ? file : null
  }

  return { pathOf, read }
}

export type FileLinks = ReturnType<typeof createFileLinks>
