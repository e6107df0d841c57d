import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10'
import { keyed } from '../../shared/keyed.ts'
import { PlatformError } from '../../shared/platform-error.tsx'
import { DiscordMarkdown } from '../markdown/markdown.tsx'
import { Button } from './button.tsx'
import { Container } from './container.tsx'
import { FilePart, Gallery, Separator } from './media.tsx'
import { Section } from './section.tsx'
import { Select } from './select.tsx'

/** A message's components: https://discord.com/developers/docs/components/reference */
export const Components = ({ components }: { components: APIMessageTopLevelComponent[] }) =>
  keyed(components).map(({ key, item }) => <Part key={key} part={item} />)

function Part({ part }: { part: APIMessageTopLevelComponent }) {
  switch (part.type) {
    case ComponentType.ActionRow:
      return <ActionRow row={part} />
    case ComponentType.TextDisplay:
      return (
        <div className="d-text">
          <DiscordMarkdown text={part.content} />
        </div>
      )
    case ComponentType.Section:
      return <Section section={part} />
    case ComponentType.Separator:
      return <Separator part={part} />
    case ComponentType.MediaGallery:
      return <Gallery items={part.items} />
    case ComponentType.File:
      return <FilePart part={part} />
    case ComponentType.Container:
      return (
        <Container container={part}>
          <Components components={part.components} />
        </Container>
      )
    default:
      return (
        <PlatformError>
          Invalid Form Body: unsupported component type {(part as { type: number }).type}
        </PlatformError>
      )
  }
}

const ActionRow = ({ row }: { row: APIActionRowComponent<APIComponentInMessageActionRow> }) => (
  <div className="d-row">
    {row.components.map((component, index) =>
      component.type === ComponentType.Button ? (
        <Button key={'custom_id' in component ? component.custom_id : `${index}`} button={component} />
      ) : (
        <Select key={component.custom_id} select={component} />
      ),
    )}
  </div>
)
