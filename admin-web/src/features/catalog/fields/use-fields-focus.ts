import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the focus where the work goes on: in a field that was added, on the button to add one when one was removed, at the
 * first complaint when the form was refused.
 */
export function useFieldsFocus(count: number, errors: Record<string, string>) {
  const form = useRef<HTMLFormElement>(null)
  const before = useRef(count)

  useEffect(() => {
    if (count > before.current) focusIn(form, 'li:last-child input')
    if (count < before.current) focusIn(form, '[data-adds]')
    before.current = count
  }, [count])
  useEffect(() => {
    if (Object.keys(errors).length > 0) focusIn(form, '[aria-invalid="true"]')
  }, [errors])
  return form
}

const focusIn = ({ current }: RefObject<HTMLElement | null>, selector: string) =>
  current?.querySelector<HTMLElement>(selector)?.focus()
