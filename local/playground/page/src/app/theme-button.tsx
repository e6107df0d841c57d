import { useEffect } from 'react'
import { useStored } from '../shared/use-stored.ts'

const next = { system: 'light', light: 'dark', dark: 'system' } as const
type Theme = keyof typeof next
const words = { system: 'System', light: 'Light', dark: 'Dark' } as const

/** Light, dark, or as the system is. */
export function ThemeButton() {
  const [theme, setTheme] = useStored<Theme>('theme', 'system')
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  return (
    <button
      type="button"
      className="bar-button"
      aria-label={`Theme: ${words[theme]}. Change to ${words[next[theme]]}`}
      onClick={() => setTheme(next[theme])}
    >
      {words[theme]}
    </button>
  )
}
