import type { Button as ButtonElement, WorkflowButton } from '@slack/types'
import { TextObject } from '../text/text-object.tsx'
import { useConfirm } from './confirm.tsx'
import { useSurface } from './surface.ts'

type Props = { blockId: string; element: ButtonElement | WorkflowButton }

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element. A link leads there, and the app hears of it. */
export function Button({ blockId, element }: Props) {
  const { act } = useSurface()
  const confirm = 'confirm' in element ? element.confirm : undefined
  const { press, dialog } = useConfirm(confirm, () => act({ blockId, element }))
  const className = `s-button${element.style ? ` s-${element.style}` : ''}`
  const words = <TextObject text={element.text} />
  const url = 'url' in element ? element.url : undefined
  if (url)
    return (
      <a className={className} href={url} target="_blank" rel="noreferrer noopener" onClick={press}>
        {words}
      </a>
    )
  return (
    <>
      <button type="button" className={className} onClick={press} aria-label={element.accessibility_label}>
        {words}
      </button>
      {dialog}
    </>
  )
}
