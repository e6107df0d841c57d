import type { APIGuildForumTag } from 'discord-api-types/v10'

type Props = { tags: APIGuildForumTag[]; chosen: readonly string[]; onChange: (chosen: string[]) => void }

/** Tags to choose posts by, above a forum's posts. */
export const TagFilter = ({ tags, chosen, onChange }: Props) => (
  <fieldset className="d-tag-filter">
    <legend className="sr-only">Filter by tag</legend>
    {tags.map(({ id, name }) => {
      const isChosen = chosen.includes(id)
      return (
        <button
          type="button"
          className="d-tag"
          key={id}
          aria-pressed={isChosen}
          onClick={() => onChange(isChosen ? chosen.filter((one) => one !== id) : [...chosen, id])}
        >
          {name}
        </button>
      )
    })}
  </fieldset>
)
