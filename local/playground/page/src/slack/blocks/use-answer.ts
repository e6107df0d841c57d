import { useState } from 'react'
import { type Answer, type Control, keyOf, useSurface } from './surface.ts'

/**
 * What an element holds. In a modal its form keeps it; in a message or the Home tab a choice goes to the app at once.
 * @param tellsApp whether the app hears of each change, as it does of choices outside of input blocks
 */
export function useAnswer<Value extends Answer>(control: Control, initial: Value, tellsApp: boolean) {
  const { form, act } = useSurface()
  const [own, setOwn] = useState<Value>(initial)
  const key = keyOf(control)
  const held = form ? ((form.values[key] ?? initial) as Value) : own
  const change = (value: Value) => {
    if (form) form.set(key, value)
    else setOwn(value)
    if (tellsApp) act(control, value)
  }
  return [held, change] as const
}
