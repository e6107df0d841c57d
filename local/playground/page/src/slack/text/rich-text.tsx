import type {
  RichTextList as ListElement,
  RichTextBlock,
  RichTextElement,
  RichTextPreformatted,
  RichTextQuote,
  RichTextSection,
} from '@slack/types'
import { keyed } from '../../shared/keyed.ts'
import { PlatformError } from '../../shared/platform-error.tsx'
import { RichTextRun } from './rich-text-run.tsx'

type Part = RichTextBlock['elements'][number]

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export const RichText = ({ block }: { block: Pick<RichTextBlock, 'elements'> }) => (
  <div className="s-rich">
    {keyed(block.elements).map(({ key, item }) => (
      <RichPart key={key} part={item} />
    ))}
  </div>
)

function RichPart({ part }: { part: Part }) {
  switch (part.type) {
    case 'rich_text_section':
      return <Section part={part} />
    case 'rich_text_quote':
      return <Quote part={part} />
    case 'rich_text_preformatted':
      return <Preformatted part={part} />
    case 'rich_text_list':
      return <List part={part} />
    default:
      return (
        <PlatformError>invalid_blocks: unsupported type: {(part as { type: string }).type}</PlatformError>
      )
  }
}

const Runs = ({ elements }: { elements: RichTextElement[] }) =>
  keyed(elements).map(({ key, item }) => <RichTextRun key={key} element={item} />)

/** Slack shows emoji large where they are all that is said. */
const isOnlyEmoji = ({ elements }: RichTextSection) =>
  elements.some(({ type }) => type === 'emoji') &&
  elements.every((run) => run.type === 'emoji' || (run.type === 'text' && run.text.trim() === ''))

const Section = ({ part }: { part: RichTextSection }) => (
  <div className={isOnlyEmoji(part) ? 's-plain s-only-emoji' : 's-plain'}>
    <Runs elements={part.elements} />
  </div>
)

const Quote = ({ part }: { part: RichTextQuote }) => (
  <blockquote className="s-plain">
    <Runs elements={part.elements} />
  </blockquote>
)

const Preformatted = ({ part }: { part: RichTextPreformatted }) => (
  <pre>
    <Runs elements={part.elements} />
  </pre>
)

/** Slack nests lists by `indent`, and numbers by 1, a, i in turn; `offset` counts what came before. */
function List({ part }: { part: ListElement }) {
  const items = keyed(part.elements).map(({ key, item }) => (
    <li key={key}>
      <Runs elements={item.elements as RichTextElement[]} />
    </li>
  ))
  const className = `s-list s-indent-${Math.min(part.indent ?? 0, 8)}${part.border ? ' s-list-border' : ''}`
  return part.style === 'ordered' ? (
    <ol className={className} start={('offset' in part && Number(part.offset) + 1) || 1}>
      {items}
    </ol>
  ) : (
    <ul className={className}>{items}</ul>
  )
}
