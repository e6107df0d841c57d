import { readJson, remove, writeJson } from '../session/storage.ts'

/** `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark'

const key = 'deskbridge-theme'
/** The names of the themes in app.css. */
const styles = { light: 'day', dark: 'night' }
const listeners = new Set<() => void>()

const isForced = (value: unknown): value is 'light' | 'dark' => value === 'light' || value === 'dark'

export function currentTheme(): Theme {
  const kept = readJson('local', key)
  return isForced(kept) ? kept : 'system'
}

/** Applies the theme that this browser's reader has chosen. */
function applyTheme() {
  const theme = currentTheme()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = styles[theme]
  for (const listener of listeners) listener()
}

export function chooseTheme(theme: Theme) {
  if (theme === 'system') remove('local', key)
  else writeJson('local', key, theme)
  applyTheme()
}

/** Applies what is chosen in another tab, too. */
export function followTheme() {
  applyTheme()
  window.addEventListener('storage', (event) => event.key === key && applyTheme())
}

export function onThemeChange(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
