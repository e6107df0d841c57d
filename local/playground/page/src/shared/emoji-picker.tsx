import { Popover } from '@base-ui/react/popover'
import { useState } from 'react'
import { emojiNamed, emojiNamesLike } from '../../../../slack/emoji-codes.ts'
import { Smile } from './icons.tsx'
import { usePane } from './pane.tsx'

const usual = [
  'ticket',
  '+1',
  'white_check_mark',
  'eyes',
  'tada',
  'heart',
  'raised_hands',
  'pray',
  'joy',
  'thinking_face',
  'wave',
  'fire',
]

/** @param onPick gets the emoji's name and its characters */
export function EmojiPicker({ onPick }: { onPick: (name: string, characters: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="icon-button" aria-label="Add reaction">
        <Smile />
      </Popover.Trigger>
      <Popover.Portal container={usePane()}>
        <Popover.Positioner className="menu-positioner" sideOffset={4} align="end">
          <Popover.Popup className="menu emoji-menu" aria-label="Emoji">
            <Grid
              onPick={(name, characters) => {
                setOpen(false)
                onPick(name, characters)
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Grid({ onPick }: { onPick: (name: string, characters: string) => void }) {
  const [wanted, setWanted] = useState('')
  const names = wanted ? emojiNamesLike(wanted, 48) : usual
  return (
    <>
      <input
        className="emoji-search"
        placeholder="Search emoji"
        aria-label="Search emoji"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <div className="emoji-grid">
        {names.map((name) => {
          const characters = emojiNamed(name) ?? ''
          return (
            <button
              type="button"
              key={name}
              className="emoji"
              title={`:${name}:`}
              aria-label={name}
              onClick={() => onPick(name, characters)}
            >
              {characters}
            </button>
          )
        })}
      </div>
    </>
  )
}
