import type { CountedCorrections } from '../tickets/store/count-corrections.ts'
import type { TriageModel } from '../triage/models/triage-model.ts'

/** What the metrics of the whole desk are read from, at each scrape. */
export type MetricSources = {
  /** pending outbox entries of the whole desk */
  backlog: () => Promise<{ documents: number; oldestSeconds: number }>
  /** clients of the live stream in this process */
  listeners: () => number
  /** how many tickets their requesters have rated with each score in the last 30 days */
  ratings: () => Promise<{ score: number; count: number }[]>
  /** how often people corrected triage in the last 30 days; absent: not counted here */
  corrections?: () => Promise<CountedCorrections[]>
  /** the version in use of what the local engine has learned; null: the built-in rules and examples */
  model?: () => Promise<TriageModel | null>
}
