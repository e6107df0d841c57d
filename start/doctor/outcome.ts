import type { Finding } from '../../core/finding.ts'

/**
 * What a check says. Skipped: nothing is configured, and that is all right.
 * @property detail what was found, e.g. “signed in as Deskbridge”
 * @property hint a line below, such as the address to invite a bot with
 */
export type Outcome = { detail: string; findings: Finding[]; skipped?: boolean; hint?: string | undefined }

export const passed = (detail: string): Outcome => ({ detail, findings: [] })
export const skipped = (detail: string): Outcome => ({ detail, findings: [], skipped: true })
export const failed = (text: string, remedy: string): Outcome => ({
  detail: '',
  findings: [{ level: 'problem', text, remedy }],
})

export const hasFailed = ({ findings }: Outcome) => findings.some(({ level }) => level === 'problem')
