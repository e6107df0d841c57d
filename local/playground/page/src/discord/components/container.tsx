import type { APIContainerComponent } from 'discord-api-types/v10'
import type { ReactNode } from 'react'
import { hexColour } from '../hex-colour.ts'
import { Hidden } from './hidden.tsx'

/** https://discord.com/developers/docs/components/reference#container */
export const Container = ({
  container,
  children,
}: {
  container: APIContainerComponent
  children: ReactNode
}) => (
  <Hidden isHidden={container.spoiler ?? false}>
    <div className="d-container" style={{ borderLeftColor: hexColour(container.accent_color) }}>
      {children}
    </div>
  </Hidden>
)
