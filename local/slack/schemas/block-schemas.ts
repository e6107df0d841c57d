import { anyText, plainText, richText } from './composition-schemas.ts'
import {
  buttonElement,
  imageElement,
  inActions,
  inContext,
  inContextActions,
  inInput,
  inSection,
} from './element-schemas.ts'
import {
  all,
  anyValue,
  boolean,
  byType,
  type Check,
  type Fields,
  imageUrl,
  integer,
  isFields,
  list,
  oneOf,
  onlyIn,
  record,
  type Surface,
  text,
  url,
} from './schema.ts'

const type = { type: anyValue }
const named = { block_id: text(255) }

const sectionHasText: Check = (value, at, problem) => {
  if (isFields(value) && value.text === undefined && value.fields === undefined)
    problem('missing required field: text or fields', at)
}

const cell = byType({ raw_text: anyValue, raw_number: anyValue, rich_text: richText })
const card = record(type, {
  ...named,
  hero_image: imageElement,
  icon: imageElement,
  title: anyText(150),
  subtitle: anyText(150),
  body: anyText(200),
  actions: list(buttonElement, { max: 25 }),
})

/** Every block an app may send (https://docs.slack.dev/reference/block-kit/blocks). */
const blocks: Record<string, Check> = {
  actions: record({ ...type, elements: list(byType(inActions), { max: 25 }) }, named),
  alert: record({ ...type, text: anyText(3000) }, { ...named, level: anyValue }),
  card: onlyIn(['message'], card),
  carousel: onlyIn(['message'], record({ ...type, elements: list(card, { max: 10 }) }, named)),
  context: record({ ...type, elements: list(byType(inContext), { max: 10 }) }, named),
  context_actions: onlyIn(
    ['message'],
    record({ ...type, elements: list(byType(inContextActions), { max: 5 }) }, named),
  ),
  data_table: onlyIn(
    ['message'],
    record(
      { ...type, rows: list(list(cell, { max: 20 }), { max: 1000 }), caption: text(3000) },
      { ...named, page_size: integer(1, 100), row_header_column_index: anyValue },
    ),
  ),
  divider: record(type, named),
  header: record({ ...type, text: plainText(150) }, named),
  image: record(
    { ...type, alt_text: text(2000) },
    { ...named, image_url: imageUrl, slack_file: anyValue, title: plainText(2000) },
  ),
  input: record(
    { ...type, label: plainText(2000), element: byType(inInput) },
    { ...named, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  ),
  markdown: onlyIn(['message'], record({ ...type, text: text(12_000) }, named)),
  plan: onlyIn(['message'], record({ ...type, title: text(3000) }, { ...named, tasks: anyValue })),
  rich_text: richText,
  section: all(
    record(type, {
      ...named,
      text: anyText(3000),
      fields: list(anyText(2000), { max: 10 }),
      accessory: byType(inSection),
      expand: boolean,
    }),
    sectionHasText,
  ),
  table: onlyIn(
    ['message'],
    record(
      { ...type, rows: list(list(cell, { max: 20 }), { max: 100 }) },
      { ...named, column_settings: anyValue },
    ),
  ),
  task_card: onlyIn(
    ['message'],
    record(
      {
        ...type,
        task_id: text(255),
        title: text(3000),
        status: oneOf('pending', 'in_progress', 'complete', 'error'),
      },
      { ...named, details: richText, output: richText, sources: anyValue },
    ),
  ),
  video: record(
    {
      ...type,
      video_url: url,
      thumbnail_url: url,
      alt_text: text(2000),
      title: plainText(200),
    },
    {
      ...named,
      title_url: url,
      author_name: text(50),
      provider_name: text(255),
      provider_icon_url: url,
      description: plainText(200),
    },
  ),
}
blocks.container = onlyIn(
  ['message'],
  record(
    { ...type, child_blocks: list(byType(blocks), { max: 10 }) },
    {
      ...named,
      title: plainText(150),
      rich_text_title: richText,
      subtitle: anyText(150),
      width: anyValue,
      icon: imageElement,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
  ),
)

const many = { message: 50, modal: 100, home: 100 } satisfies Record<Surface, number>
const markdownBudget = 12_000

const actionIds = (block: Fields): unknown[] =>
  [block.elements, block.accessory, block.element]
    .flat()
    .filter(isFields)
    .map((element) => element.action_id)
    .filter((id) => id !== undefined)

/** Ids that Slack wants unique: a block's in its payload, an action's in its block. */
const uniqueIds: Check = (value, at, problem) => {
  const seen = new Set<unknown>()
  for (const [index, block] of (Array.isArray(value) ? value : []).entries()) {
    if (!isFields(block)) continue
    if (block.block_id !== undefined && seen.has(block.block_id))
      problem(`block_id already exists: ${block.block_id}`, `${at}/${index}/block_id`)
    seen.add(block.block_id)
    const ids = actionIds(block)
    if (new Set(ids).size < ids.length) problem('action_id must be unique in its block', `${at}/${index}`)
  }
}

const markdownTotal: Check = (value, at, problem) => {
  const texts = (Array.isArray(value) ? value : []).filter((block) => block?.type === 'markdown')
  const total = texts.reduce((sum, block) => sum + String(block.text ?? '').length, 0)
  if (texts.length > 1 && total > markdownBudget)
    problem(`markdown blocks must be less than ${markdownBudget + 1} characters in all`, at)
}

/** What Slack would say about these blocks, in the form of `response_metadata.messages`; empty when they are good. */
export function problemsOfBlocks(value: unknown, surface: Surface, at = '/blocks'): string[] {
  const messages: string[] = []
  const check = all(list(byType(blocks), { min: 0, max: many[surface] }), uniqueIds, markdownTotal)
  check(value, at, (message, where) => messages.push(`[ERROR] ${message} [json-pointer:${where}]`), surface)
  return messages
}
