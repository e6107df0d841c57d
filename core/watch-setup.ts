import { setTimeout } from 'node:timers/promises'
import type { Finding } from './finding.ts'
import { retryForever } from './retry-forever.ts'

const againAfterMs = 60_000

/**
 * Checks a set-up, and again every minute while something is missing, so that an admin who mends it sees the result.
 * @param check rejects while the service can't be reached @param signal ends it
 */
export async function watchSetup(
  check: () => Promise<Finding[]>,
  { signal, onFound }: { signal: AbortSignal; onFound: (findings: Finding[]) => void },
): Promise<void> {
  while (!signal.aborted) {
    const findings = await retryForever(check, { signal, onFailure: () => {} })
    if (!findings || signal.aborted) return
    onFound(findings)
    if (findings.length === 0) return
    await setTimeout(againAfterMs, undefined, { signal, ref: false }).catch(() => {})
  }
}
