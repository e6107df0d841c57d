import type { APIGuildForumTag } from 'discord-api-types/v10'

type Props = { tags: APIGuildForumTag[]; applied: readonly string[] }

/** The tags of one post, in the forum's order. */
export const PostTags = ({ tags, applied }: Props) => {
  const shown = tags.filter(({ id }) => applied.includes(id))
  if (shown.length === 0) return null
  return (
    <ul className="d-tags" aria-label="Tags">
      {shown.map(({ id, name }) => (
        <li className="d-tag" key={id}>
          {name}
        </li>
      ))}
    </ul>
  )
}
