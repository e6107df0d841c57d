import type { AnyBlock, KnownBlock } from '@slack/types'
import { PlatformError } from '../../shared/platform-error.tsx'
import { RichText } from '../text/rich-text.tsx'
import { TextObject } from '../text/text-object.tsx'
import { Element } from './element.tsx'
import { Image } from './image.tsx'
import { Input } from './input.tsx'
import { Context, Section } from './section.tsx'
import { SlackMarkdown } from './slack-markdown.tsx'
import { Table } from './table.tsx'

/** https://docs.slack.dev/reference/block-kit/blocks */
export const Blocks = ({ blocks }: { blocks: AnyBlock[] }) => (
  <div className="s-blocks">
    {blocks.map((block, index) => (
      <Block key={block.block_id ?? `${index}`} block={block as KnownBlock} />
    ))}
  </div>
)

function Block({ block }: { block: KnownBlock }) {
  const blockId = block.block_id ?? ''
  switch (block.type) {
    case 'header':
      return (
        <h4 className="s-header">
          <TextObject text={block.text} />
        </h4>
      )
    case 'section':
      return <Section block={block} />
    case 'context':
      return <Context block={block} />
    case 'divider':
      return <hr className="s-divider" />
    case 'actions':
      return (
        <div className="s-actions">
          {block.elements.map((element) => (
            <Element
              key={element.action_id}
              blockId={blockId}
              element={element}
              label={element.action_id ?? element.type}
              tellsApp
            />
          ))}
        </div>
      )
    case 'image':
      return (
        <figure className="s-image">
          {block.title && <figcaption>{block.title.text}</figcaption>}
          <Image element={block} className="s-picture" />
        </figure>
      )
    case 'rich_text':
      return <RichText block={block} />
    case 'markdown':
      return <SlackMarkdown text={block.text} />
    case 'table':
      return <Table block={block} />
    case 'input':
      return <Input block={block} />
    case 'alert':
      return (
        <div className="s-alert" role="note">
          <TextObject text={block.text} />
        </div>
      )
    default:
      return <Unshown type={(block as { type: string }).type} />
  }
}

/** Types that Slack knows but this page does not draw. */
const undrawn = new Set([
  'call',
  'card',
  'carousel',
  'container',
  'context_actions',
  'data_table',
  'file',
  'plan',
  'task_card',
  'video',
])

const Unshown = ({ type }: { type: string }) => (
  <PlatformError>
    {undrawn.has(type)
      ? `The playground does not show ${type} blocks. Slack does.`
      : `invalid_blocks: unsupported type: ${type}`}
  </PlatformError>
)
