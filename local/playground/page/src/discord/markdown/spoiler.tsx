import { type ReactNode, useState } from 'react'

/** Hidden until it is pressed. */
export function Spoiler({ children }: { children: ReactNode }) {
  const [isShown, setShown] = useState(false)
  if (isShown) return <span className="d-spoiler d-spoiler-shown">{children}</span>
  return (
    <button type="button" className="d-spoiler" aria-label="Spoiler: show" onClick={() => setShown(true)}>
      <span inert>{children}</span>
    </button>
  )
}
