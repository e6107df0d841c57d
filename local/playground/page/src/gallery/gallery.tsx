import './gallery.css'
import { StillDialogs } from '../shared/pane-dialog.tsx'
import { DiscordSamples } from './discord-samples.tsx'
import { SlackSamples } from './slack-samples.tsx'

/** Everything that the desk sends, and every part that it could be made of, one below the other. `?theme=dark` darkens it. */
export function Gallery() {
  const theme = new URLSearchParams(location.search).get('theme')
  return (
    <StillDialogs value>
      <main className={`gallery ${theme === 'dark' ? 'dark' : 'light'}`}>
        <h1>Slack</h1>
        <SlackSamples />
        <h1>Discord</h1>
        <DiscordSamples />
      </main>
    </StillDialogs>
  )
}
