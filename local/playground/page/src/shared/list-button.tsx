import { Chevron } from './icons.tsx'

/** Leads back to the list of channels where there is no room for it beside the conversation. */
export const ListButton = ({ onOpen }: { onOpen: () => void }) => (
  <button type="button" className="icon-button to-list" aria-label="Back to the channels" onClick={onOpen}>
    <Chevron />
  </button>
)
