import type { InputBlock } from '@slack/types'
import { Warning } from '../../shared/icons.tsx'
import { Element } from './element.tsx'
import { useSurface } from './surface.ts'

/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
export function Input({ block }: { block: InputBlock }) {
  const blockId = block.block_id ?? ''
  const error = useSurface().errors[blockId]
  return (
    <div className={error ? 's-input-block s-wrong' : 's-input-block'}>
      <div className="s-label">
        {block.label.text}
        {block.optional && <span className="s-optional"> (optional)</span>}
      </div>
      <Element
        blockId={blockId}
        element={block.element}
        label={block.label.text}
        tellsApp={block.dispatch_action ?? false}
      />
      {error && (
        <p className="s-error" role="alert">
          <Warning /> {error}
        </p>
      )}
      {block.hint && <p className="s-hint">{block.hint.text}</p>}
    </div>
  )
}
