import { anyText, confirm, option, plainText, richText, withOptions } from './composition-schemas.ts'
import {
  all,
  anyValue,
  boolean,
  type Check,
  type Fields,
  imageUrl,
  integer,
  isFields,
  list,
  oneOf,
  record,
  text,
  url,
} from './schema.ts'

const type = { type: anyValue }
const acting = { action_id: text(255), confirm }
const typing = { ...acting, placeholder: plainText(150), focus_on_load: boolean }
const dispatching = { dispatch_action_config: anyValue }
const atMost = { max_selected_items: integer(1, 100) }

const choice = (max: number, more: Record<string, Check>): Check => {
  const { fields, rule } = withOptions(max)
  return all(record(type, { ...acting, ...fields, ...more }), rule)
}

const picker = (initial: string, more: Record<string, Check> = {}): Check =>
  record(type, { ...typing, [initial]: anyValue, ...more })

const conversations = {
  default_to_current_conversation: boolean,
  filter: anyValue,
  response_url_enabled: boolean,
}

/** min_length and max_length count characters of the answer: 0 to 3,000, and the first not above the second. */
const lengths: Check = (value, at, problem) => {
  const { min_length: min, max_length: max } = (isFields(value) ? value : {}) as Fields
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    problem('min_length must be less than or equal to max_length', at)
}

/** Every element, by type (https://docs.slack.dev/reference/block-kit/block-elements). */
const elements = {
  button: record(
    { ...type, text: plainText(75) },
    {
      ...acting,
      url,
      value: text(2000),
      style: oneOf('primary', 'danger'),
      accessibility_label: text(75),
    },
  ),
  workflow_button: record(
    { ...type, text: plainText(75), workflow: anyValue },
    { ...acting, style: oneOf('primary', 'danger'), accessibility_label: text(75) },
  ),
  image: record({ ...type, alt_text: text(2000) }, { image_url: imageUrl, slack_file: anyValue }),
  overflow: record({ ...type, options: list(option, { max: 5 }) }, acting),
  checkboxes: choice(10, { initial_options: list(option, { max: 10 }), focus_on_load: boolean }),
  radio_buttons: choice(10, { initial_option: option, focus_on_load: boolean }),
  static_select: choice(100, { ...typing, initial_option: option }),
  multi_static_select: choice(100, { ...typing, ...atMost, initial_options: list(option, { max: 100 }) }),
  external_select: picker('initial_option', { min_query_length: integer(0, 3000) }),
  multi_external_select: picker('initial_options', { ...atMost, min_query_length: integer(0, 3000) }),
  users_select: picker('initial_user'),
  multi_users_select: picker('initial_users', atMost),
  channels_select: picker('initial_channel', { response_url_enabled: boolean }),
  multi_channels_select: picker('initial_channels', atMost),
  conversations_select: picker('initial_conversation', conversations),
  multi_conversations_select: picker('initial_conversations', { ...conversations, ...atMost }),
  datepicker: picker('initial_date'),
  timepicker: picker('initial_time', { timezone: text(255) }),
  datetimepicker: record(type, {
    ...acting,
    initial_date_time: integer(0, 9_999_999_999),
    focus_on_load: boolean,
  }),
  plain_text_input: all(
    record(type, {
      ...typing,
      ...dispatching,
      initial_value: text(3000, 0),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    }),
    lengths,
  ),
  email_text_input: picker('initial_value', dispatching),
  url_text_input: picker('initial_value', dispatching),
  number_input: record(
    { ...type, is_decimal_allowed: boolean },
    { ...typing, ...dispatching, initial_value: text(3000), min_value: anyValue, max_value: anyValue },
  ),
  rich_text_input: record(type, {
    ...typing,
    ...dispatching,
    initial_value: richText,
    min_lines: integer(1, 100),
    max_lines: integer(1, 100),
  }),
  file_input: record(type, {
    action_id: text(255),
    filetypes: list(text(255), { max: 100 }),
    max_files: integer(1, 10),
  }),
  icon_button: record(
    { ...type, icon: oneOf('trash'), text: plainText(75) },
    { ...acting, value: text(2000), visible_to_user_ids: anyValue, accessibility_label: text(75) },
  ),
  feedback_buttons: record({ ...type, positive_button: anyValue, negative_button: anyValue }, acting),
  plain_text: anyText(3000),
  mrkdwn: anyText(3000),
} satisfies Record<string, Check>

export type ElementType = keyof typeof elements

const pick = (...names: ElementType[]) => Object.fromEntries(names.map((name) => [name, elements[name]]))

const selects = [
  'static_select',
  'external_select',
  'users_select',
  'channels_select',
  'conversations_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
] as const satisfies ElementType[]
const choices = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker', ...selects] as const

export const inActions = pick(
  'button',
  'workflow_button',
  'overflow',
  'datetimepicker',
  'rich_text_input',
  ...choices,
)
export const inSection = pick('button', 'workflow_button', 'overflow', 'image', ...choices)
export const inContext = pick('image', 'plain_text', 'mrkdwn')
export const inContextActions = pick('icon_button', 'feedback_buttons')
export const inInput = pick(
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
  'datetimepicker',
  ...choices,
)
export const imageElement = elements.image
export const buttonElement = elements.button
