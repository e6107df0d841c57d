import { Link } from 'react-router'
import { Icon } from '../../shared/ui/icon.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import type { Step } from './steps.ts'

/** What is left to set the desk up. Done steps are ticked. */
export const NextSteps = ({ steps, onHide }: { steps: Step[]; onHide: () => void }) => (
  <Panel
    title="Next steps"
    className="mb-6"
    aside={
      <button type="button" className="btn btn-ghost btn-sm" onClick={onHide}>
        Hide
      </button>
    }
  >
    <ol className="space-y-3">
      {steps.map((step) => (
        <li key={step.label} className="flex gap-3">
          <Tick done={step.done} />
          <div className="min-w-0">
            {step.done ? (
              <p className="text-muted line-through">{step.label}</p>
            ) : (
              <Link to={step.to} className="link link-primary font-medium">
                {step.label}
              </Link>
            )}
            {!step.done && <p className="text-muted text-sm">{step.hint}</p>}
          </div>
        </li>
      ))}
    </ol>
  </Panel>
)

const Tick = ({ done }: { done: boolean }) => (
  <span
    className={`mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border ${done ? 'border-success bg-success text-success-content' : 'border-base-content/40'}`}
  >
    {done && <Icon name="check" className="size-3.5" />}
    <span className="sr-only">{done ? 'Done:' : 'To do:'}</span>
  </span>
)
