import Markdown, { type Components } from 'react-markdown'
import remarkBreaks from 'remark-breaks'
import remarkGfm from 'remark-gfm'
import { SlackLink } from '../text/inline.tsx'

const components: Components = {
  a: ({ href = '', children }) => <SlackLink url={href}>{children}</SlackLink>,
  // Slack shows a picture in Markdown as a link.
  img: ({ src, alt }) => <SlackLink url={String(src ?? '')}>{alt}</SlackLink>,
}

/** Standard Markdown: https://docs.slack.dev/reference/block-kit/blocks/markdown-block */
export const SlackMarkdown = ({ text }: { text: string }) => (
  <div className="s-markdown">
    <Markdown remarkPlugins={[remarkGfm, remarkBreaks]} components={components}>
      {text}
    </Markdown>
  </div>
)
