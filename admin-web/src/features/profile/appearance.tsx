import { chooseTheme, type Theme } from '../../shared/theme/theme.ts'
import { useTheme } from '../../shared/theme/use-theme.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { Segmented } from '../../shared/ui/segmented.tsx'

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'Same as device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export const Appearance = () => (
  <Panel title="Appearance">
    <Segmented label="Theme" value={useTheme()} options={themes} onChange={chooseTheme} />
  </Panel>
)
