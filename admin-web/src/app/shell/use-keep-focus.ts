import { type RefObject, useEffect } from 'react'

/** Not what submits: a space that was meant for a text would send it. */
const focusable = 'a[href], button:not([type="submit"]), input, select, textarea, summary, [tabindex="0"]'

/**
 * When the element that has the focus is removed, as a Claim button once it was pressed, the focus goes to what is next:
 * to the same kind of element in the following rows of a list, else to whatever follows.
 */
export function useKeepFocus(main: RefObject<HTMLElement | null>) {
  useEffect(() => {
    let near: HTMLElement[] = []
    const remember = ({ target }: FocusEvent) => {
      near =
        target instanceof HTMLElement && main.current?.contains(target) ? around(target, main.current) : []
    }
    const restore = () => {
      if (document.activeElement !== document.body || near[0]?.isConnected !== false) return
      near.find(canTakeFocus)?.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(restore)
    document.addEventListener('focusin', remember)
    if (main.current) observer.observe(main.current, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', remember)
      observer.disconnect()
    }
  }, [main])
}

/** An element, and all that could have the focus instead of it, the nearest first. */
function around(target: HTMLElement, main: HTMLElement): HTMLElement[] {
  const all = [...main.querySelectorAll<HTMLElement>(focusable)]
  const follows = (one: HTMLElement) =>
    Boolean(target.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
  const nearest = [...all.filter(follows), ...all.filter((one) => one !== target && !follows(one)).reverse()]
  const list = target.closest('li')?.parentElement
  const alike = nearest.filter((one) => one.tagName === target.tagName && list?.contains(one))
  return [target, ...alike, ...nearest]
}

const canTakeFocus = (element: HTMLElement) =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility()
