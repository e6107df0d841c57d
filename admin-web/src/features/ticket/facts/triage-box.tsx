import { secretsInWords } from '../../../../../core/secrets/secret.ts'
import { languageName } from '../../../../../core/text/language-name.ts'
import type { Correction } from '../../../../../core/tickets/triage-record.ts'
import type { TicketView } from '../../../shared/http/answers.ts'
import { TimeAgo } from '../../../shared/time/time-ago.tsx'
import { Icon } from '../../../shared/ui/icon.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'

type Triage = TicketView['triage']
const percent = new Intl.NumberFormat(undefined, { style: 'percent' })

/** Which engine triaged the ticket, its confidence and its reasons. */
export function TriageBox({ triage }: { triage: Triage }) {
  return (
    <Panel
      title="Triage"
      aside={
        triage.at && (
          <span className="text-muted text-sm">
            <TimeAgo at={triage.at} />
          </span>
        )
      }
    >
      {triage.state === 'done' ? <Finding triage={triage} /> : <Pending />}
    </Panel>
  )
}

const Pending = () => (
  <p role="status" className="flex items-center gap-2.5">
    <span className="spinner" aria-hidden="true" />
    In progress
  </p>
)

const Finding = ({
  triage: { engine, model, confidence, reasons, fallback, secrets = [], usage, language, ...feedback },
}: {
  triage: Triage
}) => (
  <div className="space-y-3">
    <p className="flex flex-wrap items-center gap-x-2">
      <Icon name="spark" className="size-4.5 text-primary" />
      <span className="font-medium">{engine === 'gemini' ? 'Gemini' : 'Local engine'}</span>
      {model && <span className="text-muted text-sm">{engine === 'local' ? `Model ${model}` : model}</span>}
    </p>
    {confidence !== null && <Confidence value={confidence} />}
    {reasons.length > 0 && (
      <ul className="list-disc space-y-0.5 pl-5 text-sm">
        {reasons.map((reason) => (
          <li key={reason} className="first-letter:uppercase">
            {reason}
          </li>
        ))}
      </ul>
    )}
    {language && <p className="text-muted text-sm">Written in {languageName(language)}</p>}
    <Feedback {...feedback} />
    {usage && <p className="text-muted text-sm">{usageWords(usage)}</p>}
    {secrets.length > 0 && (
      <p className="rounded-field bg-warning/10 px-3 py-2 text-sm">
        This ticket holds {secretsInWords(secrets)}. Remove secrets unless somebody needs them here.
      </p>
    )}
    {fallback && (
      <p className="rounded-field bg-warning/10 px-3 py-2 text-sm">Gemini did not answer: {fallback}</p>
    )}
  </div>
)

/** What a person has to decide, and what people have changed. */
function Feedback({
  abstained,
  proposed,
  corrected = [],
}: Pick<Triage, 'abstained' | 'proposed' | 'corrected'>) {
  const asks = abstained && !corrected.includes('category')
  const changed = corrected.map((field) => correctionWords(field, proposed))
  return (
    <>
      {asks && (
        <p className="rounded-field bg-warning/10 px-3 py-2 text-sm">
          No category is sure enough. Choose one: triage learns from it.
        </p>
      )}
      {changed.length > 0 && (
        <p className="text-muted text-sm">
          Corrected by people: {changed.join('; ')}. Triage learns from it.
        </p>
      )}
    </>
  )
}

/** "category (was Hardware)" */
function correctionWords(field: Correction, proposed: Triage['proposed'] = {}) {
  const was = field === 'assignee' ? undefined : proposed[field]
  return was === undefined ? field : `${field} (was ${String(was) || 'none'})`
}

/** "1,240 tokens in 0.9 s, for 0.0004" */
function usageWords({ input, output, ms, cost }: NonNullable<Triage['usage']>) {
  const spent =
    cost === null ? '' : `, for ${cost.toLocaleString(undefined, { maximumSignificantDigits: 2 })}`
  return `${(input + output).toLocaleString()} tokens in ${(ms / 1_000).toFixed(1)} s${spent}`
}

const Confidence = ({ value }: { value: number }) => (
  <div>
    <p className="flex justify-between text-sm">
      <span className="text-muted">Confidence</span>
      <span className="tabular-nums">{percent.format(value)}</span>
    </p>
    <div aria-hidden="true" className="mt-1 h-1.5 overflow-hidden rounded-full bg-base-300">
      <div className="h-full rounded-full bg-primary" style={{ width: `${value * 100}%` }} />
    </div>
  </div>
)
