import { type APIButtonComponent, ButtonStyle } from 'discord-api-types/v10'
import { External } from '../../shared/icons.tsx'
import { WebLink } from '../web-link.tsx'
import { useActions } from './actions.ts'

const styles: Record<number, string> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
  [ButtonStyle.Link]: 'secondary',
  [ButtonStyle.Premium]: 'premium',
}

/** https://discord.com/developers/docs/components/reference#button */
export function Button({ button }: { button: APIButtonComponent }) {
  const { press, isBusy } = useActions()
  const className = `d-button d-${styles[button.style] ?? 'secondary'}`
  const words = 'label' in button && (
    <>
      {button.emoji && <span className="emoji">{button.emoji.name}</span>}
      {button.label}
    </>
  )
  if (button.style === ButtonStyle.Link)
    return (
      <WebLink className={className} href={button.url}>
        {words} <External />
      </WebLink>
    )
  const customId = 'custom_id' in button ? button.custom_id : undefined
  return (
    <button
      type="button"
      className={className}
      disabled={button.disabled || isBusy || !customId}
      onClick={() => customId && press(customId)}
    >
      {words || 'Premium'}
    </button>
  )
}
