import { useLiveState } from '../live/use-live.ts'
import { Close } from '../shared/icons.tsx'
import { keyed } from '../shared/keyed.ts'
import { stepsFor } from './tour-steps.ts'

type Props = {
  /** From 0. */
  step: number
  onStep: (step: number) => void
  onEnd: () => void
}

/** One step of the story, beside which the clients stay usable. */
export function Tour({ step, onStep, onEnd }: Props) {
  const { welcome } = useLiveState()
  if (!welcome) return null
  const requester = welcome.people.find(({ role }) => role === 'requester')
  const moderators = welcome.people.filter(({ role }) => role === 'moderator')
  const steps = stepsFor(welcome.platforms)(
    requester?.name ?? 'an employee',
    new Intl.ListFormat('en', { type: 'disjunction' }).format(moderators.map(({ name }) => name)),
  )
  const shown = steps[step]
  if (!shown) return null
  const isLast = step === steps.length - 1
  return (
    <aside className="tour" aria-label="Tour">
      <span className="tour-step">
        Step {step + 1} of {steps.length}
      </span>
      <span>
        <b>{shown.title}.</b> <Words text={shown.text} />
      </span>
      <span className="tour-buttons">
        <button type="button" className="bar-button" disabled={step === 0} onClick={() => onStep(step - 1)}>
          Back
        </button>
        <button
          type="button"
          className="bar-button bar-primary"
          onClick={() => (isLast ? onEnd() : onStep(step + 1))}
        >
          {isLast ? 'Finish' : 'Next'}
        </button>
      </span>
      <button type="button" className="icon-button" aria-label="Skip the tour" onClick={onEnd}>
        <Close />
      </button>
    </aside>
  )
}

/** Text in which what stands between backquotes is to be typed. */
const Words = ({ text }: { text: string }) =>
  keyed(text.split('`')).map(({ key, item }) => (Number(key) % 2 === 1 ? <kbd key={key}>{item}</kbd> : item))
