import { type APISectionComponent, ComponentType } from 'discord-api-types/v10'
import { keyed } from '../../shared/keyed.ts'
import { DiscordMarkdown } from '../markdown/markdown.tsx'
import { Button } from './button.tsx'
import { Picture } from './media.tsx'

/** https://discord.com/developers/docs/components/reference#section */
export const Section = ({ section }: { section: APISectionComponent }) => (
  <div className="d-section">
    <div>
      {keyed(section.components).map(({ key, item }) => (
        <div className="d-text" key={key}>
          <DiscordMarkdown text={item.content} />
        </div>
      ))}
    </div>
    {section.accessory.type === ComponentType.Button ? (
      <Button button={section.accessory} />
    ) : (
      <Picture
        media={section.accessory.media}
        words={section.accessory.description ?? ''}
        className="d-thumbnail"
      />
    )}
  </div>
)
