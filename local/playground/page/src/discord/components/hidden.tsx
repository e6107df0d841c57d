import { type ReactNode, useState } from 'react'

/** A part behind a spoiler, until it is pressed. */
export function Hidden({ isHidden, children }: { isHidden: boolean; children: ReactNode }) {
  const [isShown, setShown] = useState(!isHidden)
  if (isShown) return <>{children}</>
  return (
    <button type="button" className="d-hidden" onClick={() => setShown(true)}>
      <div inert>{children}</div>
      <span className="d-hidden-word">Spoiler</span>
    </button>
  )
}
