import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10'
import { Avatar } from '../shared/avatar.tsx'
import { keyed } from '../shared/keyed.ts'
import { Picture } from './components/media.tsx'
import { hexColour } from './hex-colour.ts'
import { DiscordMarkdown } from './markdown/markdown.tsx'
import { sentAt } from './markdown/timestamp.ts'

/** https://discord.com/developers/docs/resources/message#embed-object */
export const Embed = ({ embed }: { embed: APIEmbed }) => (
  <article className="d-embed" style={{ borderLeftColor: hexColour(embed.color) }}>
    <div className="d-embed-main">
      {embed.author && (
        <div className="d-embed-author">
          {/* Discord’s default pictures are on the web, from where the page loads nothing. */}
          {embed.author.icon_url && (
            <Avatar id={embed.author.name} name={embed.author.name} size={24} round />
          )}
          {embed.author.name}
        </div>
      )}
      {embed.title && (
        <div className="d-embed-title">
          {embed.url ? (
            <a href={embed.url} target="_blank" rel="noreferrer noopener">
              {embed.title}
            </a>
          ) : (
            <DiscordMarkdown text={embed.title} />
          )}
        </div>
      )}
      {embed.description && (
        <div className="d-embed-text">
          <DiscordMarkdown text={embed.description} />
        </div>
      )}
      {embed.fields && embed.fields.length > 0 && <Fields fields={embed.fields} />}
      {embed.image && <Picture media={embed.image} words="" className="d-embed-image" />}
      <Foot embed={embed} />
    </div>
    {embed.thumbnail && <Picture media={embed.thumbnail} words="" className="d-thumbnail" />}
  </article>
)

/** Inline fields stand up to three in a row. */
const Fields = ({ fields }: { fields: APIEmbedField[] }) => (
  <div className="d-fields">
    {keyed(fields).map(({ key, item }) => (
      <div key={key} className={`d-field d-span-${spanOf(fields, Number(key))}`}>
        <div className="d-field-name">
          <DiscordMarkdown text={item.name} />
        </div>
        <div className="d-field-value">
          <DiscordMarkdown text={item.value} />
        </div>
      </div>
    ))}
  </div>
)

/** Twelfths of the width: a row of two inline fields has halves, a row of three has thirds. */
function spanOf(fields: APIEmbedField[], index: number): number {
  if (!fields[index]?.inline) return 12
  let from = index
  while (fields[from - 1]?.inline) from -= 1
  let to = index
  while (fields[to + 1]?.inline) to += 1
  const count = to - from + 1
  const place = index - from
  const inRow = place >= count - (count % 3) ? count % 3 : 3
  return 12 / (count === 1 ? 1 : inRow === 1 ? 3 : inRow)
}

function Foot({ embed }: { embed: APIEmbed }) {
  const time = embed.timestamp && sentAt(embed.timestamp, new Date())
  const parts = [embed.footer?.text, time].filter(Boolean)
  return parts.length > 0 ? <footer className="d-embed-foot">{parts.join(' • ')}</footer> : null
}
