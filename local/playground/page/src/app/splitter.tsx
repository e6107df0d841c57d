import { type PointerEvent, type ReactNode, useRef } from 'react'
import { useStored } from '../shared/use-stored.ts'

const min = 30
const max = 70
const within = (percent: number) => Math.min(max, Math.max(min, percent))

/** Two parts side by side with a border that can be moved, by pointer or arrow keys. */
export function Splitter({ left, right }: { left: ReactNode; right: ReactNode }) {
  const [percent, setPercent] = useStored<number>('split', 50)
  const box = useRef<HTMLDivElement>(null)
  const drag = (event: PointerEvent) => {
    const { left: start, width } = box.current?.getBoundingClientRect() ?? { left: 0, width: 1 }
    if (event.buttons === 1) setPercent(within(((event.clientX - start) / width) * 100))
  }
  return (
    <div className="split" ref={box} style={{ gridTemplateColumns: `${percent}fr 7px ${100 - percent}fr` }}>
      {left}
      {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved */}
      <div
        className="split-border"
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label="Width of Slack and Discord"
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={Math.round(percent)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={(event) => {
          const step = { ArrowLeft: -2, ArrowRight: 2 }[event.key]
          if (step) setPercent(within(percent + step))
        }}
      />
      {right}
    </div>
  )
}
