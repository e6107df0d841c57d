import type { Suggestion } from './suggestion.ts'

type Props = {
  id: string
  suggestions: Suggestion[]
  active: number
  onChoose: (suggestion: Suggestion) => void
}

/** The list above the text box. */
export const SuggestionList = ({ id, suggestions, active, onChoose }: Props) => (
  <div className="suggestions menu" role="listbox" id={id} aria-label="Suggestions">
    {suggestions.map((suggestion, index) => (
      <div
        key={suggestion.key}
        id={`${id}-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={index === active}
        className="menu-item"
        data-highlighted={index === active ? '' : undefined}
        // The text box keeps the focus.
        onMouseDown={(event) => {
          event.preventDefault()
          onChoose(suggestion)
        }}
      >
        <span className="menu-label">
          {suggestion.label}
          {suggestion.detail && <small>{suggestion.detail}</small>}
        </span>
      </div>
    ))}
  </div>
)
