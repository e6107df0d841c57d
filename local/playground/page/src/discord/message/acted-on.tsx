import type { APIMessage } from 'discord-api-types/v10'
import { Avatar } from '../../shared/avatar.tsx'
import { DiscordMarkdown } from '../markdown/markdown.tsx'
import { nameOf } from './name-of.ts'

/** The line above a message: what it replies to, or who used which command. */
export function ActedOn({ message }: { message: APIMessage }) {
  const { referenced_message: original, interaction_metadata: interaction } = message
  if (original === null)
    return (
      <div className="d-above">
        <i>Original message was deleted</i>
      </div>
    )
  if (original)
    return (
      <div className="d-above">
        <Avatar id={original.author.id} name={nameOf(original.author)} size={16} round />
        <b>@{nameOf(original.author)}</b>
        <span className="d-above-text">
          {original.content ? (
            <DiscordMarkdown text={original.content.replace(/\s+/g, ' ')} />
          ) : (
            <i>Click to see attachment</i>
          )}
        </span>
      </div>
    )
  const name = interaction && 'name' in interaction ? interaction.name : message.interaction?.name
  if (!interaction || !name) return null
  return (
    <div className="d-above">
      <Avatar id={interaction.user.id} name={nameOf(interaction.user)} size={16} round />
      <b>{nameOf(interaction.user)}</b> used <span className="d-mention">/{String(name)}</span>
    </div>
  )
}
