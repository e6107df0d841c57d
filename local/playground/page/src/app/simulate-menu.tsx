import { Menu } from '@base-ui/react/menu'
import type { CurrentTrouble, Trouble } from '../../../desk-calls.ts'
import { useLive, useLiveState } from '../live/use-live.ts'
import { Bolt, Chevron } from '../shared/icons.tsx'
import { MenuPopup } from '../shared/menu-popup.tsx'
import { useNow } from '../shared/use-now.ts'
import { troubleWords } from './simulate-words.ts'

/** Trouble to see the desk catch up from. */
export function SimulateMenu({ onFailure }: { onFailure: (error: Error) => void }) {
  const live = useLive()
  const { welcome, troubles = [] } = useLiveState()
  const lasting = new Set(troubles.map(({ kind }) => kind))
  const start = (kind: Trouble) => void live.call('simulate.start', { kind }).catch(onFailure)
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="bar-button">
        <Bolt /> Simulate <Chevron />
      </Menu.Trigger>
      <MenuPopup>
        {welcome?.troubles.map((kind) => (
          <Menu.Item
            key={kind}
            className="menu-item"
            disabled={lasting.has(kind)}
            onClick={() => start(kind)}
          >
            {troubleWords[kind].offer}
          </Menu.Item>
        ))}
      </MenuPopup>
    </Menu.Root>
  )
}

/** The trouble that lasts, how long still, and its end. */
export function CurrentTroubles({ onFailure }: { onFailure: (error: Error) => void }) {
  const live = useLive()
  const { troubles = [] } = useLiveState()
  const now = useNow(troubles.length > 0)
  return troubles.map((trouble) => (
    <span className="trouble" key={trouble.kind} role="status">
      {troubleWords[trouble.kind].lasts}
      {leftOf(trouble, now)}
      <button
        type="button"
        onClick={() => void live.call('simulate.stop', { kind: trouble.kind }).catch(onFailure)}
      >
        Stop
      </button>
    </span>
  ))
}

const leftOf = ({ until }: CurrentTrouble, now: number) =>
  until === null ? '' : `, ${Math.max(0, Math.ceil((until - now) / 1_000))} s left`
