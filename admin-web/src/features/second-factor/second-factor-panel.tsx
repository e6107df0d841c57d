import { useState } from 'react'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { RenewDialog } from './renew-dialog.tsx'
import { SetUp } from './set-up.tsx'
import { TurnOffDialog } from './turn-off-dialog.tsx'
import { type SecondFactorState, useSecondFactor } from './use-second-factor.ts'

type Opened = 'set-up' | 'renew' | 'off' | null

/** Two-step sign-in on the profile page. */
export function SecondFactorPanel() {
  const state = useSecondFactor()
  const [opened, open] = useState<Opened>(null)
  const close = () => open(null)
  return (
    <Panel title="Two-step sign-in">
      <FormProblem error={state.error} />
      {state.data &&
        (state.data.since ? (
          <On state={{ ...state.data, since: state.data.since }} onOpen={open} />
        ) : (
          <Off onOpen={open} />
        ))}
      {opened === 'set-up' && (
        <Dialog title="Set up two-step sign-in" onClose={close}>
          <SetUp onDone={close} />
        </Dialog>
      )}
      {opened === 'renew' && <RenewDialog onClose={close} />}
      {opened === 'off' && <TurnOffDialog onClose={close} />}
    </Panel>
  )
}

type Opener = { onOpen: (what: Opened) => void }

const Off = ({ onOpen }: Opener) => (
  <div className="space-y-3">
    <p>
      Protect your account with a code from an authenticator app on your phone, in addition to your password.
    </p>
    <button type="button" className="btn btn-plain btn-sm" onClick={() => onOpen('set-up')}>
      Set up
    </button>
  </div>
)

const On = ({ state, onOpen }: Opener & { state: SecondFactorState & { since: string } }) => (
  <div className="space-y-3">
    <p>
      On since <TimeAgo at={state.since} />. {codesLeft(state.recoveryCodesLeft)}
    </p>
    <div className="flex flex-wrap gap-2">
      <button type="button" className="btn btn-plain btn-sm" onClick={() => onOpen('renew')}>
        New recovery codes
      </button>
      <button type="button" className="btn btn-plain btn-sm" onClick={() => onOpen('off')}>
        Turn off
      </button>
    </div>
  </div>
)

function codesLeft(count: number) {
  if (count === 0) return 'You have no recovery codes left. Make new ones.'
  return `You have ${count === 1 ? '1 recovery code' : `${count} recovery codes`} left.`
}
