import type { Finding } from '../../core/finding.ts'

/**
 * What a check says. Skipped: nothing is configured, and that is all right.
 * @property hint a line below, such as the address to invite a bot with
 */
export type Outcome = { said: string; findings: Finding[]; skipped?: boolean; hint?: string | undefined }

export const fine = (said: string): Outcome => ({ said, findings: [] })
export const skipped = (said: string): Outcome => ({ said, findings: [], skipped: true })
export const broken = (text: string, remedy: string): Outcome => ({
  said: '',
  findings: [{ level: 'problem', text, remedy }],
})

export const isBroken = ({ findings }: Outcome) => findings.some(({ level }) => level === 'problem')
