import type { ContextBlock, SectionBlock } from '@slack/types'
import { keyed } from '../../shared/keyed.ts'
import { TextObject } from '../text/text-object.tsx'
import { Element } from './element.tsx'
import { Image } from './image.tsx'

/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const Section = ({ block }: { block: SectionBlock }) => (
  <div className="s-section">
    <div className="s-section-words">
      {block.text && (
        <div className="s-text">
          <TextObject text={block.text} />
        </div>
      )}
      {block.fields && (
        <div className="s-fields">
          {keyed(block.fields).map(({ key, item }) => (
            <div className="s-field" key={key}>
              <TextObject text={item} />
            </div>
          ))}
        </div>
      )}
    </div>
    {block.accessory && (
      <div className="s-accessory">
        <Element
          blockId={block.block_id ?? ''}
          element={block.accessory}
          label={block.text?.text ?? 'Option'}
          tellsApp
        />
      </div>
    )}
  </div>
)

/** https://docs.slack.dev/reference/block-kit/blocks/context-block */
export const Context = ({ block }: { block: ContextBlock }) => (
  <div className="s-context">
    {keyed(block.elements).map(({ key, item }) =>
      item.type === 'image' ? (
        <Image key={key} element={item} className="s-tiny" />
      ) : (
        <span key={key}>
          <TextObject text={item} />
        </span>
      ),
    )}
  </div>
)
