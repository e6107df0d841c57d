import { anyValue, boolean, byType, type Check, isFields, list, oneOf, record, text, url } from './schema.ts'

const type = { type: anyValue }

export const plainText = (max: number): Check =>
  byType({ plain_text: record({ ...type, text: text(max) }, { emoji: boolean }) })

export const anyText = (max: number): Check =>
  byType({
    plain_text: record({ ...type, text: text(max) }, { emoji: boolean }),
    mrkdwn: record({ ...type, text: text(max) }, { verbatim: boolean }),
  })

export const confirm = record(
  { title: plainText(100), text: anyText(300) },
  { confirm: plainText(30), deny: plainText(30), style: oneOf('primary', 'danger') },
)

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const option = record({ text: anyText(75), value: text(150) }, { description: anyText(75), url })

const optionGroups = list(record({ label: plainText(75), options: list(option, { max: 100 }) }), { max: 100 })

/** Either options or groups of them; what is chosen at first must be one of them, letter for letter. */
export const withOptions = (max: number): { fields: Record<string, Check>; rule: Check } => ({
  fields: { options: list(option, { max }), option_groups: optionGroups },
  rule: (value, at, problem) => {
    if (!isFields(value)) return
    const { options, option_groups: groups, initial_option: first, initial_options: several } = value
    if (options === undefined && groups === undefined) return problem('missing required field: options', at)
    if (options !== undefined && groups !== undefined)
      problem('options and option_groups cannot both be given', at)
    const offered = [options, ...(Array.isArray(groups) ? groups.map((group) => group.options) : [])]
      .flat()
      .map((one) => JSON.stringify(one))
    const chosen = [first, ...(Array.isArray(several) ? several : [])].filter((one) => one !== undefined)
    for (const one of chosen)
      if (!offered.includes(JSON.stringify(one))) problem('initial option was not one of the options', at)
  },
})

const style = record(
  {},
  { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
)
const inline = byType({
  text: record({ ...type, text: text(40_000) }, { style }),
  link: record({ ...type, url: text(3000) }, { text: text(40_000), style, unsafe: boolean }),
  user: record({ ...type, user_id: text(255) }, { style }),
  usergroup: record({ ...type, usergroup_id: text(255) }, { style }),
  channel: record({ ...type, channel_id: text(255) }, { style }),
  team: record({ ...type, team_id: text(255) }, { style }),
  broadcast: record({ ...type, range: oneOf('here', 'channel', 'everyone') }, { style }),
  emoji: record({ ...type, name: text(255) }, { unicode: text(255), skin_tone: anyValue, style, url }),
  color: record({ ...type, value: text(255) }, { style }),
  date: record({ ...type, timestamp: anyValue, format: text(255) }, { url, fallback: text(255), style }),
})
const section = record({ ...type, elements: list(inline, { min: 0, max: 10_000 }) })
const bordered = { border: anyValue }

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export const richText = record(
  {
    ...type,
    elements: list(
      byType({
        rich_text_section: section,
        rich_text_quote: record({ ...type, elements: list(inline, { min: 0, max: 10_000 }) }, bordered),
        rich_text_preformatted: record(
          { ...type, elements: list(inline, { min: 0, max: 10_000 }) },
          { ...bordered, language: text(255) },
        ),
        rich_text_list: record(
          {
            ...type,
            style: oneOf('bullet', 'ordered'),
            elements: list(byType({ rich_text_section: section }), { max: 10_000 }),
          },
          { ...bordered, indent: anyValue, offset: anyValue },
        ),
      }),
      { max: 10_000 },
    ),
  },
  { block_id: text(255) },
)
