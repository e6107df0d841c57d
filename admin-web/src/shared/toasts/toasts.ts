export type Toast = { id: number; tone: 'success' | 'error'; text: string }

const shownMs = { success: 5_000, error: 10_000 }
let toasts: Toast[] = []
let last = 0
const listeners = new Set<() => void>()

function set(next: Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a message at the edge of the page: for 5 s, an error for 10 s. */
export function toast(tone: Toast['tone'], text: string) {
  const id = ++last
  set([...toasts.filter((one) => one.text !== text).slice(-3), { id, tone, text }])
  setTimeout(() => dismiss(id), shownMs[tone])
}

export const dismiss = (id: number) => set(toasts.filter((one) => one.id !== id))
export const currentToasts = () => toasts
export function onToasts(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
